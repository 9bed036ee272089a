package io.fortyeight.account.session;

/**
 * Somebody was not let in, and not for too many attempts: those are not told one by one.
 *
 * @param name whose it was tried with; empty for one that nobody has, for people type passwords where the name goes
 * @param byOrganization whether their organization knows them, and gives them no role here
 */
public record SignInRefused(String name, boolean byOrganization) {

    static SignInRefused withPassword(String name) {
        return new SignInRefused(name, false);
    }

    static SignInRefused byOrganization(String name) {
        return new SignInRefused(name, true);
    }
}
