package io.fortyeight.account.user;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of account pages and of the audit log. */
@MessageBundle("account")
public interface AccountMessages {

    // Signing in and out.

    String signIn();

    String signInWhy();

    String password();

    String wrong();

    String tooMany(long minutes);

    String firstTime();

    String signedOut();

    String signInByOrganization();

    String organizationFailed();

    String or();

    String noRoleTitle();

    String noRole(String name);

    String toContests();

    // Refused.

    String refusedTitle();

    String refused(String name, String role);

    String overTitle();

    String over();

    String signInElsewhere();

    // The account.

    String account();

    String signedInAs();

    String role();

    String roleAdmin();

    String roleOrganizer();

    String roleOps();

    String roleAuditor();

    String roleAdminMay();

    String roleOrganizerMay();

    String roleOpsMay();

    String roleAuditorMay();

    String isToken();

    String isOrganizations();

    String changePassword();

    String currentPassword();

    String newPassword();

    String passwordRule();

    String change();

    String changed();

    String currentWrong();

    String waitShort();

    // Users.

    String users();

    String usersWhy();

    String noUsers();

    String enabled();

    String disabled();

    String you();

    String changeUser(String name);

    String saveRole();

    String setPassword();

    String disable();

    String enable();

    String newUser();

    String nameRule();

    String makeUser();

    String done(String name);

    String taken();

    String notYourself();

    // Tokens.

    String tokens();

    String tokensWhy();

    String madeAt();

    String expiresAt();

    String never();

    String expired();

    String revoke();

    String revokeToken(String name);

    String newToken();

    String tokenNameRule();

    String makeToken();

    String days(int days);

    String shownOnce();

    String revoked();

    String gone();

    // Around.

    String nav();

    // The audit log.

    String auditWhy();

    String auditOf(String contest);

    String auditEmpty();

    String when();

    String who();

    String what();

    String outcome();

    String byOrganization();

    String nobody();

    String unknownName();

    String byToken();

    String outcomeDone();

    String outcomeRefused();

    String outcomeFailed();

    String outcomeUnknown();

    String earlier();

    // What is wrong with a user, a password or a token.

    String nameTaken(String name);

    String noUser(int id);

    String noToken(String id);

    String ownRole();

    String noUserName();

    String reservedName();

    String passwordTooShort(int min);

    String passwordTooLong(int max);

    String passwordIsName();

    String expiryOutOfRange();
}
