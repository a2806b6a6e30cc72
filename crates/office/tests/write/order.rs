//! The order of elements that ECMA-376 (part 1, transitional) prescribes, as far as it is used: Word
//! takes an element that stands in the wrong place for damage.

/// An element and its children in their order. Those in `[…]` of [`ANY`] may stand anywhere.
pub const ORDER: [(&str, &str); 25] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers \
         pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE \
         autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents \
         suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle \
         rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline \
         shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz \
         szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout \
         specVanish oMath rPrChange",
    ),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption \
         tblDescription tblPrChange",
    ),
    // A choice; the changes come last.
    ("trPr", "cantSplit tblHeader ins del trPrChange"),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText \
         vAlign hideMark",
    ),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
         lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter \
         docGrid printerSettings sectPrChange",
    ),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed \
         qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr \
         tblStylePr",
    ),
    ("tblStylePr", "pPr rPr tblPr trPr tcPr"),
    ("styles", "docDefaults latentStyles style"),
    ("docDefaults", "rPrDefault pPrDefault"),
    ("rPrDefault", "rPr"),
    ("pPrDefault", "pPr"),
    ("tbl", "bookmarkStart bookmarkEnd tblPr tblGrid tr"),
    ("tblGrid", "gridCol tblGridChange"),
    ("tr", "tblPrEx trPr tc"),
    ("tc", "tcPr p"),
    ("pBdr", "top left bottom right between bar"),
    ("tblBorders", "top left bottom right insideH insideV"),
    ("tcBorders", "top left bottom right insideH insideV tl2br tr2bl"),
    ("tblCellMar", "top left bottom right"),
    ("font", "altName panose1 charset family notTrueType pitch sig embedRegular"),
    (
        "settings",
        "writeProtection view zoom removePersonalInformation trackRevisions defaultTabStop \
         autoHyphenation consecutiveHyphenLimit hyphenationZone characterSpacingControl footnotePr \
         endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping decimalSymbol \
         listSeparator",
    ),
    ("footnotes", "footnote"),
    ("endnotes", "endnote"),
    ("coreProperties", "title subject creator language"),
];
