//! Pages on which somebody signs in, and those of one's own account.

use super::form::Field;
use super::people::role_said;
use crate::Tongue;
use crate::account::{Offered, Signed};
use crate::assets;
use crate::site::escaped;
use maud::{Markup, html};
use procedure::event::Time;
use procedure::sentence;
use store::{Account, Dossier, Passkey, Session};
use words::Args;

/// What was done before a page was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Somebody signed out.
    Out,
    /// A password was set.
    Password,
    /// A password was changed by whoever is signed in.
    Changed,
    /// Sessions were ended.
    Sessions,
    /// The account is known to the identity provider.
    OpenId,
    /// It is no longer known there.
    OpenIdEnd,
    /// A passkey was made.
    Passkey,
    /// A passkey was taken back.
    PasskeyEnd,
}

impl Done {
    const ALL: [Self; 8] = [
        Self::Out,
        Self::Password,
        Self::Changed,
        Self::Sessions,
        Self::OpenId,
        Self::OpenIdEnd,
        Self::Passkey,
        Self::PasskeyEnd,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Password => "password",
            Self::Changed => "changed",
            Self::Sessions => "sessions",
            Self::OpenId => "openid",
            Self::OpenIdEnd => "openid-end",
            Self::Passkey => "passkey",
            Self::PasskeyEnd => "passkey-end",
        }
    }

    /// The one of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.name() == name)
    }

    /// In words.
    pub fn say(self, tongue: Tongue) -> String {
        tongue.say(&format!("account-done-{}", self.name()))
    }
}

/// What the page for signing in shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignIn<'a> {
    /// Where to go behind it.
    pub back: &'a str,
    /// The address of mail as it was typed.
    pub email: &'a str,
    /// The message that says why nobody was signed in; empty at first.
    pub wrong: &'a str,
    /// The message about what was done before; empty where nothing was.
    pub done: &'a str,
}

/// The page for signing in.
pub fn sign_in(form: &SignIn<'_>, offered: &Offered<'_>, tongue: Tongue) -> Markup {
    let at = |end: &str| format!("/{}/account/{end}", tongue.tag());
    let action = at("sign-in");
    html! {
        header class="opening" { h1 { (tongue.say("account-sign-in")) } }
        @if !form.done.is_empty() { p class="done" role="status" { (form.done) } }
        form class="form" method="post" action=(action) {
            @if !form.wrong.is_empty() { p class="wrong" id="wrong" role="alert" { (form.wrong) } }
            input type="hidden" name="back" value=(form.back);
            (Field { complete: "username", ..Field::email("email", "account-email", form.email) }.show(tongue))
            (Field::password("password", "account-password", "current-password").show(tongue))
            p { button { (tongue.say("account-sign-in")) } }
            p { a href={ "/" (tongue.tag()) "/account/forgotten" } { (tongue.say("account-forgotten")) } }
        }
        @if let Some(provider) = offered.openid {
            p { a class="button" href={ (at("openid")) "?back=" (escaped(form.back)) } {
                (tongue.tell("openid-sign-in", &Args::new().text("provider", provider)))
            } }
        }
        @if offered.passkeys {
            (passkey_form("use", &at("passkey"), &html! {
                input type="hidden" name="back" value=(form.back);
                p { button { (tongue.say("passkey-sign-in")) } }
            }, tongue))
        }
    }
}

/// The page that leads to the identity provider, where one's account is to be known from then on.
pub fn to_provider(address: &str, provider: &str, tongue: Tongue) -> Markup {
    let args = Args::new().text("provider", provider);
    html! {
        header class="opening" {
            h1 { (tongue.tell("openid-link", &args)) }
            p class="lede" { (tongue.tell("openid-link-about", &args)) }
        }
        p { a class="button" href=(address) { (tongue.tell("openid-go-on", &args)) } }
        p { a href={ "/" (tongue.tag()) "/account" } { (tongue.say("openid-leave")) } }
    }
}

/// A form that a script shows and sends, where the browser knows passkeys.
fn passkey_form(does: &str, at: &str, fields: &Markup, tongue: Tongue) -> Markup {
    html! {
        form class="form" data-passkey=(does) data-begin={ (at) "/begin" } data-to=(at)
            data-failed=(tongue.say("passkey-failed")) hidden {
            p class="wrong" role="alert" hidden {}
            (fields)
        }
        script src=(assets::PASSKEY.address()) defer {}
    }
}

/// "16 October 2031, 10:03 (universal time)", with the moment for machines.
pub fn moment(time: &Time, tongue: Tongue) -> Markup {
    let args = Args::new()
        .text("day", sentence::day(time, tongue.lang()))
        .text("hour", time.as_str().get(11..16).unwrap_or_default());
    html! { time datetime=(time.as_str()) { (tongue.tell("account-moment", &args)) } }
}

/// What the page of one's own account shows beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own<'a> {
    /// Whether they manage people.
    pub manages: bool,
    /// Whether they draft amendments.
    pub drafts: bool,
    /// The dossiers over whose sitting they preside, or keep its record.
    pub presides: &'a [&'a Dossier],
    /// The dossiers in whose table office they work, each with its address.
    pub offices: &'a [(String, &'a Dossier)],
    /// Whether they may bring dossiers in.
    pub imports: bool,
    /// What beside passwords one may sign in by.
    pub offered: Offered<'a>,
    /// Whether the account is known to the identity provider.
    pub is_known: bool,
    /// Keys by which the account signs in.
    pub passkeys: &'a [Passkey],
    /// What was done before.
    pub done: &'a str,
    /// What is wrong with the present password.
    pub wrong: &'a str,
    /// The message that says what the new password lacks.
    pub lacks: Option<&'a str>,
}

/// One's own account.
pub fn own(
    signed: &Signed,
    sessions: &[Session],
    dossiers: &[Dossier],
    shown: &Own<'_>,
    tongue: Tongue,
) -> Markup {
    let at = |end: &str| format!("/{}/account{end}", tongue.tag());
    html! {
        header class="opening" {
            h1 { (signed.account.name) }
            p class="lede" { (signed.account.email) }
        }
        @if !shown.done.is_empty() { p class="done" role="status" { (shown.done) } }
        section class="piece" aria-labelledby="roles" {
            h2 id="roles" { (tongue.say("account-roles")) }
            @if signed.roles.is_empty() { p { (tongue.say("account-roles-none")) } }
            ul { @for role in &signed.roles { li { (role_said(role, dossiers, tongue)) } } }
            @if shown.drafts {
                p { a href={ "/" (tongue.tag()) "/desk/drafts" } { (tongue.say("drafting-mine")) } }
            }
            @if !shown.presides.is_empty() {
                p { (tongue.say("account-presides")) }
                ul {
                    @for one in shown.presides {
                        li { a href={ "/" (tongue.tag()) "/desk/sitting/" (one.slug) } { (one.slug) } }
                    }
                }
            }
            @if !shown.offices.is_empty() {
                p { (tongue.say("account-offices")) }
                ul {
                    @for (address, one) in shown.offices { li { a href=(address) { (one.slug) } } }
                }
            }
            @if shown.imports {
                p { a href={ "/" (tongue.tag()) "/desk/import" } { (tongue.say("office-import")) } }
            }
            @if shown.manages {
                p { a href={ "/" (tongue.tag()) "/desk/people" } { (tongue.say("account-people")) } }
            }
        }
        section class="piece" aria-labelledby="sessions" {
            h2 id="sessions" { (tongue.say("account-sessions")) }
            ul class="held" {
                @for session in sessions {
                    li { (one_session(session, session.hash == signed.session.hash, &at("/sessions"), tongue)) }
                }
            }
            @if sessions.len() > 1 {
                form class="form" method="post" action=(at("/sessions")) {
                    p { button name="end" value="others" { (tongue.say("account-end-others")) } }
                }
            }
        }
        p { a href=(at("/tokens")) { (tongue.say("tokens-title")) } }
        (known_at(shown, tongue))
        (passkeys(shown, tongue))
        section class="piece" aria-labelledby="change" {
            h2 id="change" { (tongue.say("account-change")) }
            form class="form" method="post" action=(at("/password")) {
                @if !shown.wrong.is_empty() { p class="wrong" id="present-wrong" role="alert" { (shown.wrong) } }
                (Field::password("present", "account-present", "current-password").show(tongue))
                (new_fields(shown.lacks, tongue))
                p { button { (tongue.say("account-change")) } }
            }
        }
    }
}

/// Whether one's account is known to the identity provider.
fn known_at(shown: &Own<'_>, tongue: Tongue) -> Markup {
    let Some(provider) = shown.offered.openid else { return Markup::default() };
    let args = Args::new().text("provider", provider);
    let at = |end: &str| format!("/{}/account/openid{end}", tongue.tag());
    html! {
        section class="piece" aria-labelledby="openid" {
            h2 id="openid" { (tongue.tell("openid-title", &args)) }
            @if shown.is_known {
                form class="form" method="post" action=(at("/end")) {
                    p { (tongue.tell("openid-known", &args)) }
                    p { button { (tongue.say("openid-end")) } }
                }
            } @else {
                form class="form" method="post" action=(at("")) {
                    p { (tongue.tell("openid-unknown", &args)) }
                    p { button { (tongue.tell("openid-link", &args)) } }
                }
            }
        }
    }
}

/// The keys by which one signs in, and a form that makes another.
fn passkeys(shown: &Own<'_>, tongue: Tongue) -> Markup {
    if !shown.offered.passkeys {
        return Markup::default();
    }
    let at = format!("/{}/account/passkeys", tongue.tag());
    let name = Field { help: Some("passkey-name-help"), ..Field::text("name", "passkey-name", "") };
    html! {
        section class="piece" aria-labelledby="passkeys" {
            h2 id="passkeys" { (tongue.say("passkey-title")) }
            p { (tongue.say("passkey-about")) }
            ul class="held" { @for key in shown.passkeys { li { (one_passkey(key, &at, tongue)) } } }
            (passkey_form("make", &at, &html! {
                (name.show(tongue))
                p { button { (tongue.say("passkey-make")) } }
            }, tongue))
        }
    }
}

fn one_passkey(key: &Passkey, at: &str, tongue: Tongue) -> Markup {
    let label = tongue.tell("passkey-end-which", &Args::new().text("name", key.name.as_str()));
    html! {
        form method="post" action={ (at) "/remove" } {
            span {
                (key.name) ", " (tongue.say("account-session-since")) " " (moment(&key.created, tongue))
                @if let Some(used) = &key.used { "; " (tongue.say("passkey-used")) " " (moment(used, tongue)) }
            }
            button name="passkey" value=(key.id) aria-label=(label) { (tongue.say("account-revoke")) }
        }
    }
}

fn one_session(session: &Session, is_this: bool, at: &str, tongue: Tongue) -> Markup {
    let agent = match session.agent.as_str() {
        "" => tongue.say("account-session-unnamed"),
        agent => agent.to_owned(),
    };
    let label = tongue.tell("account-end-which", &Args::new().text("agent", agent.as_str()));
    html! {
        form method="post" action=(at) {
            span {
                (agent) ", " (tongue.say("account-session-since")) " " (moment(&session.created, tongue))
                @if is_this { " (" (tongue.say("account-session-this")) ")" }
            }
            button name="end" value=(session.hash) aria-label=(label) { (tongue.say("account-end")) }
        }
    }
}

/// A new password, twice.
fn new_fields(lacks: Option<&str>, tongue: Tongue) -> Markup {
    let differs = lacks.filter(|lacks| *lacks == "account-password-differs");
    let new = Field {
        wrong: lacks.filter(|_| differs.is_none()),
        help: Some("account-password-help"),
        ..Field::password("password", "account-password-new", "new-password")
    };
    let again = Field {
        wrong: differs,
        ..Field::password("again", "account-password-again", "new-password")
    };
    html! { (new.show(tongue)) (again.show(tongue)) }
}

/// What the first administrator typed, and what is wrong with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct First<'a> {
    /// What they sign with.
    pub name: &'a str,
    /// Their address of mail.
    pub email: &'a str,
    /// The message that says what is wrong with the name.
    pub name_lacks: Option<&'a str>,
    /// The same of the address.
    pub email_lacks: Option<&'a str>,
    /// The same of the password.
    pub password_lacks: Option<&'a str>,
}

/// The page on which the first administrator makes their account. It is sent to the address at which it stands.
pub fn first(first: &First<'_>, tongue: Tongue) -> Markup {
    let name = Field {
        wrong: first.name_lacks,
        help: Some("account-name-help"),
        complete: "name",
        ..Field::text("name", "account-name", first.name)
    };
    let email = Field {
        wrong: first.email_lacks,
        complete: "username",
        ..Field::email("email", "account-email", first.email)
    };
    html! {
        header class="opening" {
            h1 { (tongue.say("account-first")) }
            p class="lede" { (tongue.say("account-first-about")) }
        }
        form class="form" method="post" {
            (name.show(tongue)) (email.show(tongue)) (new_fields(first.password_lacks, tongue))
            p { button { (tongue.say("account-people-make")) } }
        }
    }
}

/// A new password for an account.
#[derive(Clone, Copy, Debug)]
pub struct NewPassword<'a> {
    /// Whose.
    pub account: &'a Account,
    /// The message that says what it lacks.
    pub lacks: Option<&'a str>,
}

/// The page on which a link leads to a new password.
pub fn new_password(new: &NewPassword<'_>, tongue: Tongue) -> Markup {
    html! {
        header class="opening" {
            h1 { (tongue.say("account-new-password")) }
            p class="lede" { (new.account.name) }
        }
        form class="form" method="post" {
            input type="hidden" name="email" autocomplete="username" value=(new.account.email);
            (new_fields(new.lacks, tongue))
            p { button { (tongue.say("account-keep")) } }
        }
    }
}

/// What somebody typed who forgot their password.
#[derive(Clone, Copy, Debug, Default)]
pub struct Forgotten<'a> {
    /// Their address of mail.
    pub email: &'a str,
    /// What is wrong.
    pub wrong: &'a str,
    /// Whether it was passed on.
    pub sent: bool,
    /// Whether there are letters: else the administrators hand a link on.
    pub by_mail: bool,
}

/// The page for who forgot their password.
pub fn forgotten(form: &Forgotten<'_>, tongue: Tongue) -> Markup {
    let email =
        Field { complete: "username", ..Field::email("email", "account-email", form.email) };
    let (about, sent) = match form.by_mail {
        true => ("letter-about", "letter-sent"),
        false => ("account-forgotten-about", "account-forgotten-sent"),
    };
    html! {
        header class="opening" { h1 { (tongue.say("account-forgotten")) } }
        @if form.sent {
            p class="done" role="status" { (tongue.say(sent)) }
        } @else {
            form class="form" method="post" action={ "/" (tongue.tag()) "/account/forgotten" } {
                @if !form.wrong.is_empty() { p class="wrong" role="alert" { (form.wrong) } }
                p { (tongue.say(about)) }
                (email.show(tongue))
                p { button { (tongue.say("account-forgotten-send")) } }
            }
        }
    }
}
