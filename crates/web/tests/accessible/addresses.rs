//! Every address of the router: as pages with their states, or as none.

/// What there is at an address of the router.
pub enum What {
    /// Pages: these are looked at.
    Pages(&'static [Visit]),
    /// Something else, or what only takes forms of other pages: an example.
    Else(&'static str),
}

use What::{Else, Pages};

/// A page as somebody sees it, and what they send on it.
pub struct Visit {
    /// Who, by the beginning of their address of mail; `visitor` is nobody, and `first` nobody where nobody is yet.
    pub who: &'static str,
    /// The address behind the language; what stands between angles is known when everything is prepared.
    pub at: &'static str,
    /// The status of the page itself.
    pub status: u16,
    /// Fields of the form, by selector, with what is written into them.
    pub fields: &'static [(&'static str, &'static str)],
    /// The button; empty where nothing is sent.
    pub press: &'static str,
}

const fn seen(who: &'static str, at: &'static str) -> Visit {
    Visit { who, at, status: 200, fields: &[], press: "" }
}

const fn refused(who: &'static str, at: &'static str, status: u16) -> Visit {
    Visit { status, ..seen(who, at) }
}

const fn sent(
    who: &'static str,
    at: &'static str,
    fields: &'static [(&'static str, &'static str)],
    press: &'static str,
) -> Visit {
    Visit { fields, press, ..seen(who, at) }
}

/// Every address of the router but the API's, by which no page stands.
pub const ADDRESSES: &[(&str, What)] = &[
    ("/", Else("/")),
    ("/language/{*to}", Else("/language/fr/412-lakes")),
    ("/theme/{theme}", Else("/theme/dark")),
    ("/theme.css", Else("/theme.css")),
    ("/assets/{hash}/{name}", Else("/assets/none/style.css")),
    ("/health/live", Else("/health/live")),
    ("/health/ready", Else("/health/ready")),
    ("/{tongue}", Pages(&[seen("first", "")])),
    ("/{tongue}/", Pages(&[seen("visitor", "/"), seen("ada", "/")])),
    (
        "/{tongue}/{slug}",
        Pages(&[
            seen("visitor", "/412-lakes"),
            seen("visitor", "/412-sitting"),
            seen("visitor", "/412-decided?q=lamps&state=adopted"),
            seen("visitor", "/412-decided?q=nowhere"),
            seen("visitor", "/415-harbours"),
            seen("visitor", "/27-bill"),
            refused("visitor", "/none", 404),
        ]),
    ),
    (
        "/{tongue}/{slug}/amendments/{*address}",
        Pages(&[
            seen("visitor", "/412-sitting/amendments/4"),
            seen("visitor", "/412-sitting/amendments/10"),
            seen("visitor", "/412-decided/amendments/8/1"),
            seen("visitor", "/412-decided/amendments/6"),
            seen("visitor", "/27-bill/amendments/1"),
            refused("visitor", "/412-lakes/amendments/none", 404),
        ]),
    ),
    (
        "/{tongue}/{slug}/order",
        Pages(&[seen("visitor", "/412-sitting/order"), seen("visitor", "/415-harbours/order")]),
    ),
    (
        "/{tongue}/{slug}/sitting",
        Pages(&[seen("visitor", "/412-lakes/sitting"), seen("visitor", "/412-decided/sitting")]),
    ),
    (
        "/{tongue}/{slug}/projector",
        Pages(&[
            seen("visitor", "/412-lakes/projector"),
            seen("visitor", "/412-sitting/projector"),
            seen("visitor", "/412-decided/projector"),
        ]),
    ),
    (
        "/{tongue}/{slug}/adopted",
        Pages(&[
            seen("visitor", "/412-decided/adopted"),
            seen("visitor", "/412-sitting/adopted"),
            seen("visitor", "/415-harbours/adopted"),
        ]),
    ),
    ("/{tongue}/{slug}/adopted/changes", Pages(&[seen("visitor", "/412-decided/adopted/changes")])),
    (
        "/{tongue}/{slug}/versions",
        Pages(&[
            seen("visitor", "/412-decided/versions"),
            seen("visitor", "/415-harbours/versions"),
        ]),
    ),
    ("/{tongue}/{slug}/versions/{number}", Pages(&[seen("visitor", "/412-decided/versions/1")])),
    ("/{tongue}/{slug}/files/{name}", Else("/en/412-decided/files/adopted.txt")),
    ("/{tongue}/{slug}/feed.atom", Else("/en/412-lakes/feed.atom")),
    ("/{tongue}/{slug}/live", Else("/en/412-lakes/live")),
    ("/{tongue}/{slug}/news", Else("/en/412-lakes/news?after=0")),
    (
        "/{tongue}/account",
        Pages(&[
            refused("visitor", "/account", 401),
            seen("admin", "/account"),
            seen("ada", "/account"),
            seen("office", "/account?done=sessions"),
            seen("lone", "/account"),
            sent(
                "lone",
                "/account",
                &[("#present", "wrong"), ("#password", "short"), ("#again", "shorter")],
                "form[action$='/password'] button",
            ),
        ]),
    ),
    ("/{tongue}/account/password", Else("/en/account/password")),
    ("/{tongue}/account/sessions", Else("/en/account/sessions")),
    (
        "/{tongue}/account/tokens",
        Pages(&[
            seen("office", "/account/tokens"),
            sent("office", "/account/tokens", &[("#name", "")], "main .form button"),
            sent(
                "office",
                "/account/tokens",
                &[("#name", "Voting screen"), ("#scope-read", "on")],
                "main .form button",
            ),
        ]),
    ),
    // The page that leads to an identity provider is shown where there is one.
    ("/{tongue}/account/openid", Else("/en/account/openid")),
    ("/{tongue}/account/openid/back", Else("/en/account/openid/back")),
    ("/{tongue}/account/openid/end", Else("/en/account/openid/end")),
    ("/{tongue}/account/passkeys", Else("/en/account/passkeys")),
    ("/{tongue}/account/passkeys/begin", Else("/en/account/passkeys/begin")),
    ("/{tongue}/account/passkeys/remove", Else("/en/account/passkeys/remove")),
    ("/{tongue}/account/passkey", Else("/en/account/passkey")),
    ("/{tongue}/account/passkey/begin", Else("/en/account/passkey/begin")),
    ("/{tongue}/account/tokens/revoke", Else("/en/account/tokens/revoke")),
    (
        "/{tongue}/account/sign-in",
        Pages(&[
            seen("visitor", "/account/sign-in?done=out&back=/fr/412-lakes"),
            sent(
                "visitor",
                "/account/sign-in",
                &[("#email", "nobody@lakes.example"), ("#password", "wrong")],
                "main form button",
            ),
        ]),
    ),
    ("/{tongue}/account/sign-out", Else("/en/account/sign-out")),
    (
        "/{tongue}/account/forgotten",
        Pages(&[
            seen("visitor", "/account/forgotten"),
            sent(
                "visitor",
                "/account/forgotten",
                &[("#email", "lone@lakes.example")],
                "main form button",
            ),
        ]),
    ),
    (
        "/{tongue}/account/first/{secret}",
        Pages(&[
            seen("first", "<first>"),
            sent(
                "first",
                "<first>",
                &[("#email", "a"), ("#password", "short"), ("#again", "shorter")],
                "main form button",
            ),
            refused("visitor", "/account/first/none", 410),
        ]),
    ),
    (
        "/{tongue}/account/link/{secret}",
        Pages(&[
            seen("visitor", "<password>"),
            sent(
                "visitor",
                "<password>",
                &[("#password", "short"), ("#again", "shorter")],
                "main form button",
            ),
            refused("visitor", "/account/link/none", 410),
        ]),
    ),
    (
        "/{tongue}/desk/people",
        Pages(&[
            seen("admin", "/desk/people"),
            sent("admin", "/desk/people", &[("#email", "none")], "main .form button"),
            refused("visitor", "/desk/people", 401),
            refused("lone", "/desk/people", 403),
        ]),
    ),
    (
        "/{tongue}/desk/people/{id}",
        Pages(&[
            seen("admin", "/desk/people/<ada>"),
            seen("admin", "/desk/people/<gone>"),
            sent(
                "admin",
                "/desk/people/<lone>",
                &[("#role", "group-staff")],
                "form[action$='/roles'] button",
            ),
            sent("admin", "/desk/people/<lone>", &[], "form[action$='/link'] button"),
            sent(
                "admin",
                "/desk/people/<lone>",
                &[("#name", ""), ("#email", "none")],
                "form[action$='<lone>'] button",
            ),
            refused("admin", "/desk/people/999", 404),
        ]),
    ),
    (
        "/{tongue}/desk/people/bodies",
        Pages(&[
            seen("admin", "/desk/people/bodies"),
            sent("admin", "/desk/people/bodies", &[("#en", "")], "main .form button"),
        ]),
    ),
    ("/{tongue}/desk/people/bodies/{body}", Else("/en/desk/people/bodies/1")),
    ("/{tongue}/desk/people/bodies/{body}/remove", Else("/en/desk/people/bodies/1/remove")),
    ("/{tongue}/desk/people/{id}/belongs", Else("/en/desk/people/1/belongs")),
    ("/{tongue}/desk/people/{id}/roles", Else("/en/desk/people/1/roles")),
    ("/{tongue}/desk/people/{id}/revoke", Else("/en/desk/people/1/revoke")),
    ("/{tongue}/desk/people/{id}/state", Else("/en/desk/people/1/state")),
    ("/{tongue}/desk/people/{id}/link", Else("/en/desk/people/1/link")),
    (
        "/{tongue}/desk/drafts",
        Pages(&[
            seen("ada", "/desk/drafts"),
            seen("bo", "/desk/drafts"),
            seen("bank", "/desk/drafts"),
        ]),
    ),
    (
        "/{tongue}/desk/draft/{slug}",
        Pages(&[
            seen("ada", "/desk/draft/412-lakes?at=a-para-2"),
            seen("ada", "/desk/draft/412-lakes?to=4"),
            seen("ada", "/desk/draft/412-lakes"),
            sent(
                "shore",
                "/desk/draft/412-lakes?at=a-para-2",
                &[("#member", "Nobody")],
                ".choices button",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/draft/{slug}/receipt/{event}",
        Pages(&[seen("bank", "/desk/draft/412-lakes/receipt/<receipt>")]),
    ),
    ("/{tongue}/desk/draft/{slug}/withdraw", Else("/en/desk/draft/412-lakes/withdraw")),
    (
        "/{tongue}/desk/drafts/link/{secret}",
        Pages(&[seen("bo", "<share>"), refused("bo", "/desk/drafts/link/none", 410)]),
    ),
    (
        "/{tongue}/desk/drafts/{id}",
        Pages(&[
            // A paragraph as it stands, a wording that is carried out, one that is not understood.
            seen("ada", "/desk/drafts/1"),
            seen("ada", "/desk/drafts/2?done=saved"),
            seen("ada", "/desk/drafts/3"),
            seen("bo", "/desk/drafts/2"),
            sent("ada", "/desk/drafts/1", &[("#text", "Nothing stays.")], "button[value=show]"),
            sent(
                "ada",
                "/desk/drafts/2",
                &[
                    ("[name=version]", "0"),
                    ("#text", "In the draft resolution, delete paragraph 3."),
                ],
                "button[value=save]",
            ),
            sent("ada", "/desk/drafts/2", &[("#name", "Nobody")], "button[value=add]"),
            sent("ada", "/desk/drafts/2", &[], "button[value=many]"),
        ]),
    ),
    ("/{tongue}/desk/sitting/{slug}/oral", Else("/en/desk/sitting/412-sitting/oral")),
    ("/{tongue}/desk/drafts/{id}/shown", Else("/en/desk/drafts/1/shown")),
    ("/{tongue}/desk/drafts/{id}/share", Else("/en/desk/drafts/1/share")),
    ("/{tongue}/desk/drafts/{id}/sign", Else("/en/desk/drafts/1/sign")),
    ("/{tongue}/desk/drafts/{id}/remove", Else("/en/desk/drafts/1/remove")),
    ("/{tongue}/desk/drafts/{id}/table", Else("/en/desk/drafts/1/table")),
    (
        "/{tongue}/desk/sitting/{slug}",
        Pages(&[
            seen("president", "/desk/sitting/412-lakes"),
            seen("president", "/desk/sitting/412-sitting"),
            seen("president", "/desk/sitting/412-oral"),
            seen("president", "/desk/sitting/412-decided"),
            sent(
                "president",
                "/desk/sitting/412-sitting",
                &[("#vote-in_favour", "many")],
                "#vote button[value=reject]",
            ),
            sent("president", "/desk/sitting/412-sitting", &[], "#oral button"),
            sent(
                "president",
                "/desk/sitting/412-sitting",
                &[
                    ("#oral-wording_en", "In the draft resolution, delete paragraph 3."),
                    ("#oral-wording_fr", "Dans le projet de résolution, rendre meilleur."),
                ],
                "button[value=try-oral]",
            ),
            sent("president", "/desk/sitting/412-sitting", &[], "#correct button"),
        ]),
    ),
    (
        "/{tongue}/desk/import",
        Pages(&[
            seen("office", "/desk/import"),
            sent("office", "/desk/import", &[("#slug", "Not so")], "button[value=open]"),
            sent(
                "office",
                "/desk/import",
                &[("#slug", "500-wrong"), ("#text-0", "<wrong>")],
                "button[value=open]",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}",
        Pages(&[
            seen("office", "/desk/office/415-harbours"),
            seen("office", "/desk/office/412-decided"),
            sent(
                "office",
                "/desk/office/415-harbours",
                &[("[name=\"number:h-2\"]", "1")],
                "button[name=one][value=h-2]",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/amendments/{*id}",
        Pages(&[
            seen("office", "/desk/office/415-harbours/amendments/h-1"),
            seen("office", "/desk/office/415-harbours/amendments/h-2"),
            seen("office", "/desk/office/412-decided/amendments/4"),
            sent(
                "office",
                "/desk/office/415-harbours/amendments/h-1",
                &[],
                "button[value=rule-out]",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/translate/{*id}",
        Pages(&[
            seen("office", "/desk/office/415-harbours/translate/h-1"),
            seen("office", "/desk/office/415-harbours/translate/h-2?whole=yes"),
            sent(
                "office",
                "/desk/office/415-harbours/translate/h-1?whole=yes",
                &[("#wording", "Supprimer tout.")],
                "form.import button",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/revise/{*id}",
        Pages(&[
            seen("office", "/desk/office/415-harbours/revise/h-1"),
            sent(
                "office",
                "/desk/office/415-harbours/revise/h-1",
                &[("textarea", "Delete what is old.")],
                "form.import button",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/order",
        Pages(&[
            seen("office", "/desk/office/412-sitting/order"),
            sent("office", "/desk/office/412-sitting/order", &[], "button[value=order]"),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/translations",
        Pages(&[
            seen("office", "/desk/office/415-harbours/translations"),
            seen("office", "/desk/office/412-lakes/translations"),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/positions",
        Pages(&[
            seen("office", "/desk/office/412-sitting/positions"),
            seen("bank", "/desk/office/412-lakes/positions"),
            sent(
                "office",
                "/desk/office/412-sitting/positions",
                &[("#position-in_favour", "many")],
                "button[value=position]",
            ),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/arrange",
        Pages(&[
            seen("office", "/desk/office/412-lakes/arrange"),
            sent("office", "/desk/office/412-lakes/arrange", &[], "button[value=deadline]"),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/publish",
        Pages(&[
            seen("office", "/desk/office/415-harbours/publish"),
            seen("office", "/desk/office/412-sitting/publish"),
            sent("office", "/desk/office/415-harbours/publish", &[], "button[value=publish]"),
        ]),
    ),
    (
        "/{tongue}/desk/office/{slug}/history",
        Pages(&[
            seen("office", "/desk/office/412-decided/history"),
            seen("office", "/desk/office/412-decided/history?until=40"),
        ]),
    ),
];
