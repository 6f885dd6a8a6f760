package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full when a version is written. */
@Tag("slow")
class StoreFullTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");

    @TempDir
    private Path folder;

    private static int run(final String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void add(final VersionStore store, final BundleFiles files, final String sha256) throws IOException {
        final int id = store.next();
        store.add(files, new PolicyVersion(id, 0, "a test", "a test", VersionState.ACCEPTED, "", sha256, Map.of()));
    }

    @Test
    void refusesTheVersionAndKeepsThoseThatAreThere() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a small file system");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "gaitd-test", folder.toString()) == 0,
                "mounting is not possible here");
        try {
            final BundleFiles files = BundleStore.read(POLICY);
            final String sha256 =
                    Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS).sha256();
            final int whole;
            try (VersionStore store = VersionStore.open(folder.resolve("store"), sha256)) {
                final IOException full = assertThrows(IOException.class, () -> {
                    while (true) {
                        add(store, files, sha256);
                        store.use(store.next() - 1);
                    }
                });
                assertTrue(full.getMessage().contains("No space left on device"), full::toString);
                whole = store.versions().size();
                assertTrue(whole > 0, "no version fits");
            }
            try (VersionStore store = VersionStore.read(folder.resolve("store"))) {
                assertEquals(List.of(), store.problems());
                assertEquals(whole, store.versions().size());
                assertTrue(store.current() == whole || store.current() == whole - 1, "version " + store.current());
                try (Stream<Path> left = Files.list(folder.resolve("store"))) {
                    assertEquals(
                            0,
                            left.filter(file -> file.toString().contains(".half"))
                                    .count());
                }
            }
        } finally {
            assertEquals(0, run("umount", "--lazy", folder.toString()));
        }
    }
}
