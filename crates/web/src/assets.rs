//! Style, script and fonts, compiled in. All stand under one hash, so that a style sheet names its fonts by their names
//! alone, and whatever is fetched from there may be kept for ever.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A file that pages need.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// The end of its address.
    pub name: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: &'static [u8],
}

const FONT: &str = "font/woff2";

/// A cut of a face of Libertinus Serif.
macro_rules! font {
    ($name:literal) => {
        Asset {
            name: $name,
            kind: FONT,
            bytes: include_bytes!(concat!("../../../third-party/libertinus-serif/web/", $name)),
        }
    };
}

/// The style sheet.
pub const STYLE: Asset = Asset {
    name: "style.css",
    kind: "text/css; charset=utf-8",
    bytes: include_bytes!("../assets/style.css"),
};
/// What sets the theme before anything is painted.
pub const SCRIPT: Asset = Asset {
    name: "theme.js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../assets/theme.js"),
};
/// What puts into a page what happens while it is open.
pub const LIVE: Asset = Asset {
    name: "live.js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../assets/live.js"),
};
/// What lets one drag an amendment to its place in the calling order.
pub const OFFICE: Asset = Asset {
    name: "office.js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../assets/office.js"),
};
/// What shows at once what a draft comes to.
pub const DRAFT: Asset = Asset {
    name: "draft.js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../assets/draft.js"),
};
/// What makes passkeys and signs in by them.
pub const PASSKEY: Asset = Asset {
    name: "passkey.js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../assets/passkey.js"),
};
/// The sign of the site.
pub const ICON: Asset =
    Asset { name: "icon.svg", kind: "image/svg+xml", bytes: include_bytes!("../assets/icon.svg") };
/// The face of running text.
pub const REGULAR: Asset = font!("regular-latin.woff2");

/// All of them.
pub const ALL: [Asset; 13] = [
    STYLE,
    SCRIPT,
    LIVE,
    OFFICE,
    DRAFT,
    PASSKEY,
    ICON,
    REGULAR,
    font!("regular-more.woff2"),
    font!("italic-latin.woff2"),
    font!("italic-more.woff2"),
    font!("semibold-latin.woff2"),
    font!("semibold-more.woff2"),
];

static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for asset in ALL {
        hash.update(asset.name.as_bytes());
        hash.update((asset.bytes.len() as u64).to_be_bytes());
        hash.update(asset.bytes);
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

/// The hash of all of them together, shortened.
pub fn hash() -> &'static str {
    &HASH
}

/// The one of this name.
pub fn named(name: &str) -> Option<Asset> {
    ALL.into_iter().find(|asset| asset.name == name)
}

impl Asset {
    /// Where it is fetched.
    pub fn address(&self) -> String {
        format!("/assets/{}/{}", hash(), self.name)
    }
}
