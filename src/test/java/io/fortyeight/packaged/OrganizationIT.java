package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by an organization's provider of OpenID Connect, switched on by settings alone. */
class OrganizationIT {

    private static Provider provider;
    private static PackagedApplication application;

    @BeforeAll
    static void start() throws Exception {
        provider = Provider.start();
        application = PackagedApplication.on(
                PackagedApplication.freshFolder("organization"),
                Map.of(
                        "QUARKUS_OIDC_TENANT_ENABLED",
                        "true",
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        provider.url(),
                        "QUARKUS_OIDC_CLIENT_ID",
                        Provider.CLIENT,
                        "QUARKUS_OIDC_CREDENTIALS_SECRET",
                        Provider.SECRET,
                        "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH",
                        "fortyeight/roles",
                        "FORTYEIGHT_ORGANIZATION_OPS",
                        "night-shift,ops"));
        application.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        application.close();
        provider.close();
    }

    @Test
    void personWithARole_isSignedIn_andOutAgain() throws IOException {
        provider.signsIn("mina", "staff", "night-shift");
        var browser = new Browser();
        var login = browser.get("/desk/account");
        assertThat(login.body()).contains("Sign in with your organization");
        var account = browser.follow("/login/organization?next=%2Fdesk%2Faccount");
        assertThat(account.uri().getPath()).isEqualTo("/desk/account");
        assertThat(account.body()).contains("<b>mina</b>", "operations", "Your organization signed you in");
        assertThat(browser.cookies()).containsExactly("fortyeight-session");
        assertThat(browser.get("/desk/people").statusCode()).isEqualTo(403);
        browser.post("/logout", application.uri("").toString());
        assertThat(browser.get("/desk/account").uri().getPath()).isEqualTo("/login");
        assertThat(application.privateJson("/api/audit").toString())
                .contains("\"actor\":\"mina\",\"kind\":\"organization\",\"role\":\"ops\"")
                .contains("\"/login/organization\"", "\"/logout\"");
    }

    @Test
    void personWithoutARole_isToldSo_andNotSignedIn() throws IOException {
        provider.signsIn("stranger <b>", "staff");
        var browser = new Browser();
        var told = browser.follow("/login/organization");
        assertThat(told.statusCode()).isEqualTo(403);
        assertThat(told.body()).contains("You have no role yet", "stranger &lt;b&gt;");
        assertThat(browser.cookies()).isEmpty();
        assertThat(application.privateJson("/api/audit").toString())
                .contains("\"actor\":\"stranger <b>\",\"kind\":\"nobody\"");
    }

    @Test
    void foreignPage_canNotActInTheirName() throws IOException {
        provider.signsIn("organizer", "organizer");
        var browser = new Browser();
        browser.follow("/login/organization");
        assertThat(browser.post("/desk/contests", "http://elsewhere.example").statusCode())
                .isEqualTo(403);
    }

    @Test
    void answerThatNobodyAskedFor_signsNobodyIn() throws IOException {
        var browser = new Browser();
        var answer = browser.get("/login/organization?code=stolen&state=made-up");
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(browser.cookies()).doesNotContain("fortyeight-session");
        assertThat(browser.get("/login?error=access_denied").body()).contains("Your organization did not sign you in");
    }

    @Test
    void tokensAndPasswords_workAsEver() throws IOException {
        var post = application.post("/api/tokens", "{\"name\":\"t\",\"role\":\"ops\"}");
        assertThat(post.statusCode()).isEqualTo(201);
        var nobody = application.get("/api/tokens");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(nobody.body()).contains("A token is needed");
        var browser = new Browser();
        browser.signIn("admin", PackagedApplication.TOKEN);
        assertThat(browser.get("/desk/people").statusCode()).isEqualTo(200);
        assertThat(browser.cookies()).containsExactly("fortyeight-session");
    }

    /** One person's: keeps cookies, follows where it is sent, and asks for pages. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        java.util.List<String> cookies() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName())
                    .toList();
        }

        HttpResponse<String> get(String path) throws IOException {
            return send(HttpRequest.newBuilder(application.uri(path)));
        }

        HttpResponse<String> follow(String path) throws IOException {
            return get(path);
        }

        HttpResponse<String> post(String path, String origin) throws IOException {
            return send(form(application.uri(path), origin, ""));
        }

        void signIn(String name, String password) throws IOException {
            send(form(
                    application.uri("/login"),
                    application.uri("").toString(),
                    "name=" + name + "&password=" + password));
        }

        private static HttpRequest.Builder form(URI uri, String origin, String body) {
            return HttpRequest.newBuilder(uri)
                    .header("Origin", origin)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
            try {
                return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
    }
}
