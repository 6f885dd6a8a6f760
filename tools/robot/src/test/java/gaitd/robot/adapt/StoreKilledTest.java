package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes versions is killed with -9 at random moments: all that it had finished is there, and whole. {@code gaitd.kills} is how
 * often, 40 where it is not set.
 */
@Tag("slow")
class StoreKilledTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final int KILLS = Integer.getInteger("gaitd.kills", 40);
    /** Some versions are written in this time. */
    private static final long LONGEST_NS = 60_000_000L;

    @TempDir
    private Path folder;

    private static void writeAndDie(final Path store, final long afterNs) throws Exception {
        final Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreWriter.class.getName(),
                        store.toString(),
                        POLICY.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("writes", output.readLine());
            LockSupport.parkNanos(afterNs);
            ProcessSignal.KILL.to(writer.pid());
            writer.waitFor();
        }
    }

    @Test
    void everyVersionIsWholeAndTheOneInForceWasAccepted() throws Exception {
        final SplittableRandom random = new SplittableRandom(1);
        final Bundle shipped = Bundle.open(BundleStore.read(POLICY), Trust.ANYBODY, null, PolicyFit.CELLS);
        final Path store = folder.resolve("store");
        int before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndDie(store, random.nextLong(LONGEST_NS));
            try (VersionStore versions = VersionStore.open(store, shipped.sha256())) {
                assertEquals(List.of(), versions.problems(), "kill " + kill);
                final List<PolicyVersion> all = versions.versions();
                assertTrue(all.size() >= before, "versions are lost by kill " + kill);
                for (int i = before; i < all.size(); i++) {
                    assertEquals(i + 1, all.get(i).id());
                    final Bundle policy = Bundle.open(versions.policy(i + 1), Trust.ANYBODY, null, PolicyFit.CELLS);
                    assertEquals(all.get(i).sha256(), policy.sha256());
                    final boolean last = i == all.size() - 1;
                    assertTrue(last || all.get(i).state() != VersionState.TRIAL, "kill " + kill + ", version " + i);
                }
                if (versions.current() != 0) {
                    assertEquals(
                            VersionState.ACCEPTED,
                            versions.version(versions.current()).state());
                }
                before = all.size();
            }
            try (var files = Files.list(store)) {
                assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith(".half")));
            }
        }
        assertTrue(before > 1, "nothing was written");
    }
}
