//! Line drawings of a tablet, a phone and a computer, each with the place to tap in the warm colour.

use leptos::prelude::*;

use crate::i18n::tr;
use crate::texts::homescreen as words;

/// A tablet on its side: the share button, and the list with the plus.
#[component]
pub fn ApplePicture() -> impl IntoView {
    view! {
        <svg class="picture" viewBox="0 0 160 120" width="160" height="120" role="img" aria-label=tr(words::APPLE_PICTURE)>
            <rect class="picture__paper" x="6" y="10" width="148" height="100" rx="9" />
            <path d="M6 26h148" class="picture__soft" />
            <path d="M18 40h44M18 52h36M18 64h44M18 76h28" class="picture__soft" />
            <path d="M70 26v84" class="picture__margin" />
            <path class="picture__here" d="M132 16h-4v8h13v-8h-4M134.5 20v-9.5M131 13.5l3.5-3.5 3.5 3.5" />
            <rect class="picture__paper" x="88" y="36" width="58" height="58" rx="5" />
            <path d="M96 48h28M96 82h34" class="picture__soft" />
            <path d="M94 57h46v16H94Z" class="picture__here" />
            <path d="M134 61v8M130 65h8M100 65h22" class="picture__here" />
        </svg>
    }
}

/// A phone: three dots at the top right, and the menu below them.
#[component]
pub fn AndroidPicture() -> impl IntoView {
    view! {
        <svg class="picture" viewBox="0 0 160 120" width="160" height="120" role="img" aria-label=tr(words::ANDROID_PICTURE)>
            <rect class="picture__paper" x="46" y="4" width="68" height="112" rx="9" />
            <path d="M46 20h68M74 111h12" class="picture__soft" />
            <path d="M56 34h20M56 46h14M56 82h30M56 94h24" class="picture__soft" />
            <path class="picture__here" d="M106 9v.1M106 13v.1M106 17v.1" />
            <rect class="picture__paper" x="66" y="26" width="62" height="48" rx="5" />
            <path d="M74 36h34M74 66h28" class="picture__soft" />
            <path d="M72 43h50v16H72Z" class="picture__here" />
            <path d="M80 47v7M77 51.5l3 3 3-3M90 51h24" class="picture__here" />
        </svg>
    }
}

/// A computer screen: the button at the right end of the address bar.
#[component]
pub fn DesktopPicture() -> impl IntoView {
    view! {
        <svg class="picture" viewBox="0 0 160 120" width="160" height="120" role="img" aria-label=tr(words::DESKTOP_PICTURE)>
            <rect class="picture__paper" x="8" y="8" width="144" height="86" rx="7" />
            <path d="M66 94l-4 16M94 94l4 16M48 110h64" />
            <path d="M8 30h144" class="picture__soft" />
            <rect x="34" y="14" width="108" height="11" rx="5.5" class="picture__soft" />
            <path d="M16 19.5h8M28 19.5h.1" class="picture__soft" />
            <path class="picture__here" d="M126 16.5h10v6h-10ZM131 22.5v2M128.5 24.800h5" />
            <path d="M22 44h44M22 56h36M22 68h44M22 80h24" class="picture__soft" />
            <path d="M110 30v64" class="picture__margin" />
        </svg>
    }
}
