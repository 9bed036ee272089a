package io.fortyeight.account.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;

/**
 * Puts {@link AuditFilter} before every method that asks for a role and may change something: nobody has to think of it, and
 * pings and pages pay nothing for it.
 */
@Provider
public class AuditedMethods implements DynamicFeature {

    private static final List<Class<? extends Annotation>> CHANGING =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    private final AuditFilter filter;

    AuditedMethods(AuditFilter filter) {
        this.filter = filter;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var method = resource.getResourceMethod();
        if (CHANGING.stream().anyMatch(method::isAnnotationPresent)
                && (asksForARole(method) || asksForARole(resource.getResourceClass()))) {
            context.register(filter);
        }
    }

    private static boolean asksForARole(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class);
    }
}
