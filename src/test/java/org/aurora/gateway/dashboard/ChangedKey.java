package org.aurora.gateway.dashboard;

import com.microsoft.playwright.Page;
import org.aurora.gateway.testing.RunningGateway;

/** The key that a browser is signed in with stops to be one, in the middle of something. */
final class ChangedKey {
    private ChangedKey() {}

    static void under(Page page) {
        page.evaluate(
                "() => import(document.querySelector('script[type=module]').src.replace('app.js', 'core/session.js'))"
                        + ".then(({ session }) => session.signIn('a-key-of-yesterday', false))");
    }

    /** Waits until the gateway has refused the old key, and signs in with the master key. */
    static void signInAgain(Page page) {
        page.getByText("no longer takes this key").waitFor();
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill(RunningGateway.MASTER_KEY);
        page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).click();
    }
}
