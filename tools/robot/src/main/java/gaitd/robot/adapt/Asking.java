package gaitd.robot.adapt;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Leaves a request for the process that adapts, and waits until it is taken. */
final class Asking {
    private static final long LOOK_NS = 50_000_000;
    private static final int LOOKS = 100;

    private Asking() {}

    /**
     * Asks.
     *
     * @param store folder of the versions
     * @param request what is asked for
     * @throws Refusal in one line when nobody takes it
     */
    static void ask(final Path store, final RequestFile.Request request) {
        final RequestFile file = new RequestFile(store);
        try {
            file.ask(request);
            for (int i = 0; i < LOOKS && file.isWaiting(); i++) {
                LockSupport.parkNanos(LOOK_NS);
            }
            if (file.isWaiting()) {
                file.take();
                throw new Refusal("nothing adapts the policy of " + store
                        + " now; start 'gaitd learner' or 'gaitd run --adapt', or leave the version in force as it is");
            }
        } catch (final IOException e) {
            throw new Refusal(StoreOption.NAME + " " + store + ": cannot be written (" + e + ")", e);
        }
    }
}
