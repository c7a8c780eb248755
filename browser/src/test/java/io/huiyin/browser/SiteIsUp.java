package io.huiyin.browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the site before the first journey: the patience with a journey is not spent on loading the county. */
public final class SiteIsUp implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Site.site();
    }
}
