package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes versions as a learner does, as fast as it can, until it is killed. */
final class StoreWriter {
    private StoreWriter() {}

    /** Takes the folder of the store, a bundle, and no more. */
    public static void main(final String[] args) throws IOException {
        final BundleFiles files = BundleStore.read(Path.of(args[1]));
        final String sha256 =
                Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS).sha256();
        try (VersionStore store = VersionStore.open(Path.of(args[0]), sha256)) {
            System.out.println("writes");
            while (true) {
                final int id = store.next();
                store.add(
                        files,
                        new PolicyVersion(
                                id, store.current(), "a test", "a test", VersionState.TRIAL, "", sha256, Map.of()));
                final boolean better = id % 2 == 0;
                store.judge(id, better ? VersionState.ACCEPTED : VersionState.REFUSED, "so", Map.of("pairs", 4.0));
                if (better) {
                    store.use(id);
                }
            }
        }
    }
}
