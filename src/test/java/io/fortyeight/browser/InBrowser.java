package io.fortyeight.browser;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test in a real browser. Skipped where there is none, unless {@code FORTYEIGHT_BROWSER_REQUIRED} is {@code true}, as on
 * the build server: there it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Found.class)
public @interface InBrowser {

    /** Whether there is a browser. */
    class Found implements ExecutionCondition {

        private static final String REQUIRED = "FORTYEIGHT_BROWSER_REQUIRED";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.executable().isPresent() || Boolean.parseBoolean(System.getenv(REQUIRED))
                    ? enabled("There is a browser, or there must be one")
                    : disabled("No Chromium on the PATH: not tried in a browser");
        }
    }
}
