package io.fortyeight.account.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of accounts and of the audit log say, in English; {@code messages/account_ko.properties} in Korean. */
@MessageBundle("account")
public interface AccountMessages {

    // Signing in and out.

    @Message("Sign in")
    String signIn();

    @Message("For organizers, operators and auditors. To watch a contest, nobody needs an account.")
    String signInWhy();

    @Message("Name")
    String name();

    @Message("Password")
    String password();

    @Message("The name and the password don’t go together. Check both; capital letters matter in the password only.")
    String wrong();

    @Message(
            "There were too many attempts to sign in. Try again in {minutes} minutes; until then even the right password is not taken.")
    String tooMany(long minutes);

    @Message(
            "First time here? Sign in as <code>admin</code>, with the administrator’s token as the password: it was printed when the server started for the first time, or is set as FORTYEIGHT_ADMIN_TOKEN. Then make a user for everyone.")
    String firstTime();

    @Message("You are signed out.")
    String signedOut();

    @Message("Sign in with your organization")
    String signInByOrganization();

    @Message("Your organization did not sign you in. Try again, or ask whoever runs its accounts.")
    String organizationFailed();

    @Message("or")
    String or();

    @Message("You have no role here yet")
    String noRoleTitle();

    @Message(
            "Your organization knows you as {name}, and gives you none of the roles that Fortyeight knows. Ask whoever runs its accounts for one: auditor, operations, organizer or administrator; then sign in again. To watch a contest, nobody needs a role.")
    String noRole(String name);

    @Message("To the contests")
    String toContests();

    // Refused.

    @Message("This page is not for your role")
    String refusedTitle();

    @Message("You are signed in as {name}, with the role {role}. An administrator can give you another one.")
    String refused(String name, String role);

    @Message("You are not signed in any more")
    String overTitle();

    @Message(
            "Nothing was changed. Sign in in another tab, then come back to this one, go back one page and send it again: what you typed is still there.")
    String over();

    @Message("Sign in in another tab")
    String signInElsewhere();

    // The account.

    @Message("Your account")
    String account();

    @Message("Signed in as")
    String signedInAs();

    @Message("Role")
    String role();

    @Message("administrator")
    String roleAdmin();

    @Message("organizer")
    String roleOrganizer();

    @Message("operations")
    String roleOps();

    @Message("auditor")
    String roleAuditor();

    @Message("Manages users and tokens, and does all that an organizer does.")
    String roleAdminMay();

    @Message("Makes and changes contests, imports, and does all that operations does.")
    String roleOrganizerMay();

    @Message("Closes and rehearses, and sees all that an auditor sees.")
    String roleOpsMay();

    @Message("Sees everything that may be seen, recounts and exports, and changes nothing.")
    String roleAuditorMay();

    @Message(
            "You signed in with a token. Make a user for each person: what somebody does is then recorded under their own name.")
    String isToken();

    @Message("Your organization signed you in. It gives you your role, and keeps your password.")
    String isOrganizations();

    @Message("Change your password")
    String changePassword();

    @Message("Current password")
    String currentPassword();

    @Message("New password")
    String newPassword();

    @Message("At least 12 characters, at most 72 bytes; not the name. Several words are easier to remember than signs.")
    String passwordRule();

    @Message("Change password")
    String change();

    @Message("Your password is changed. You are signed out everywhere else.")
    String changed();

    @Message("That is not your current password.")
    String currentWrong();

    @Message("The new password doesn’t fit the rule below it. Nothing was changed.")
    String newUnfit();

    @Message("Too many attempts. Try again later.")
    String waitShort();

    // Users.

    @Message("Users")
    String users();

    @Message("Who signs in with a name and a password. Changes hold from their next click on.")
    String usersWhy();

    @Message("No users yet. Make one for each person, yourself first.")
    String noUsers();

    @Message("State")
    String state();

    @Message("may sign in")
    String enabled();

    @Message("disabled")
    String disabled();

    @Message("you")
    String you();

    @Message("Change {name}")
    String changeUser(String name);

    @Message("Save role")
    String saveRole();

    @Message("Set password")
    String setPassword();

    @Message("Disable")
    String disable();

    @Message("Enable")
    String enable();

    @Message("A new user")
    String newUser();

    @Message(
            "1 to 60 letters, digits or . _ - @ +, beginning with a letter or digit; not “admin”. Capital letters become small.")
    String nameRule();

    @Message("Make user")
    String makeUser();

    @Message("Done: {name}.")
    String done(String name);

    @Message("Nothing was changed: what is marked below doesn’t fit its rule.")
    String unfit();

    @Message("Doesn’t fit:")
    String unfitHere();

    @Message("There is a user of that name already. Choose another name.")
    String taken();

    @Message("Nobody disables themselves or changes their own role: ask another administrator.")
    String notYourself();

    // Tokens.

    @Message("Tokens")
    String tokens();

    @Message("For programs: a token has a role of its own, and is sent as <code>Authorization: Bearer</code>.")
    String tokensWhy();

    @Message("Made")
    String madeAt();

    @Message("Expires")
    String expiresAt();

    @Message("never")
    String never();

    @Message("expired")
    String expired();

    @Message("Revoke")
    String revoke();

    @Message("Revoke {name}")
    String revokeToken(String name);

    @Message("A new token")
    String newToken();

    @Message("What it is for. 1 to 200 characters.")
    String tokenNameRule();

    @Message("Make token")
    String makeToken();

    @Message("{days} days")
    String days(int days);

    @Message("This is the token. It is shown only this once: copy it now.")
    String shownOnce();

    @Message("Revoked.")
    String revoked();

    @Message("There is no such user or token any more.")
    String gone();

    // Around.

    @Message("Accounts")
    String nav();

    @Message("Close board")
    String closeBoard();

    // The audit log.

    @Message("Audit log")
    String audit();

    @Message("What people and programs did here, the last first. It is only ever added to.")
    String auditWhy();

    @Message("Audit log of {contest}")
    String auditOf(String contest);

    @Message("All contests")
    String auditAll();

    @Message("Nothing has been done yet.")
    String auditEmpty();

    @Message("When (UTC)")
    String when();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Outcome")
    String outcome();

    @Message("by organization")
    String byOrganization();

    @Message("not signed in")
    String nobody();

    @Message("unknown name")
    String unknownName();

    @Message("by token")
    String byToken();

    @Message("done")
    String outcomeDone();

    @Message("refused")
    String outcomeRefused();

    @Message("failed")
    String outcomeFailed();

    @Message("unknown")
    String outcomeUnknown();

    @Message("Earlier")
    String earlier();
}
