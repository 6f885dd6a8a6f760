package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Provenance;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionStoreTest {
    private static final String BASE = "0123456789abcdef".repeat(4);
    private static final BundleFiles POLICY =
            TaskBundle.baseline(A1Task.of("a1-stage1"), new Provenance("a test", 1, "test"));

    @TempDir
    private Path folder;

    private static PolicyVersion facts(final int id, final int parent) {
        return new PolicyVersion(
                id, parent, "about 9.6 kg", "a test", VersionState.TRIAL, "", BASE, Map.of("reward_before", 0.7));
    }

    private VersionStore open() {
        return VersionStore.open(folder, BASE);
    }

    @Test
    void keepsVersionsWithParentsAndJudgements() throws IOException {
        try (VersionStore store = open()) {
            assertEquals(1, store.next());
            store.add(POLICY, facts(1, 0));
            store.judge(1, VersionState.ACCEPTED, "better", Map.of("difference", 0.05));
            store.use(1);
            store.add(POLICY, facts(2, 1));
            store.judge(2, VersionState.ROLLED_BACK, "a guard warned", Map.of());
        }
        try (VersionStore store = open()) {
            assertEquals(List.of(), store.problems());
            assertEquals(3, store.next());
            assertEquals(1, store.current());
            assertEquals(
                    facts(1, 0).judged(VersionState.ACCEPTED, "better", Map.of("difference", 0.05)), store.version(1));
            assertEquals(VersionState.ROLLED_BACK, store.version(2).state());
            assertEquals(1, store.version(2).parent());
            assertArrayEquals(BundleZip.encode(POLICY), BundleZip.encode(store.policy(2)));
        }
    }

    @Test
    void onlyWhatWasAcceptedIsPutInForce() throws IOException {
        try (VersionStore store = open()) {
            store.add(POLICY, facts(1, 0));
            for (final VersionState state : VersionState.values()) {
                store.judge(1, state, "", Map.of());
                if (state == VersionState.ACCEPTED) {
                    store.use(1);
                    assertEquals(1, store.current());
                    store.use(0);
                } else {
                    assertThrows(IllegalArgumentException.class, () -> store.use(1), state::toString);
                }
                assertEquals(0, store.current());
            }
        }
    }

    /** As a process leaves it that was killed before the version had its name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "policy.zip", "policy.zip,version.toml", "version.toml.new"})
    void removesWhatIsHalfWritten(final String files) throws IOException {
        try (VersionStore store = open()) {
            store.add(POLICY, facts(1, 0));
        }
        final Path half = Files.createDirectory(folder.resolve(".half-000002"));
        for (final String file : files.isEmpty() ? new String[0] : files.split(",", -1)) {
            Files.writeString(half.resolve(file), "half");
        }
        try (VersionStore store = open()) {
            assertFalse(Files.exists(half));
            assertEquals(2, store.next());
            assertEquals(1, store.versions().size());
            store.add(POLICY, facts(2, 1));
        }
    }

    /** Damage to any file of a version, or to the pointer, costs that version, never the others. */
    @Test
    void damageCostsNoOtherVersion() throws IOException {
        try (VersionStore store = open()) {
            store.add(POLICY, facts(1, 0));
            store.add(POLICY, facts(2, 1));
            store.judge(1, VersionState.ACCEPTED, "", Map.of());
            store.use(1);
        }
        final SplittableRandom random = new SplittableRandom(3);
        final Path file = folder.resolve("000002").resolve(VersionStore.FACTS);
        final byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < 200; i++) {
            final byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            try (VersionStore store = open()) {
                assertEquals(1, store.current());
                assertEquals("about 9.6 kg", store.version(1).cause());
                assertTrue(store.problems().size() == 1 || store.versions().size() == 2);
            }
        }
        Files.delete(file);
        Files.writeString(folder.resolve(VersionStore.CURRENT), "000007");
        try (VersionStore store = open()) {
            assertEquals(0, store.current());
            assertEquals(2, store.problems().size());
            assertTrue(
                    store.problems().get(1).contains("version '000007', which is not there"),
                    store.problems()::toString);
        }
    }

    @Test
    void refusesVersionsOfAnotherPolicy() {
        open().close();
        final String line = assertThrows(ConfigException.class, () -> VersionStore.open(folder, BASE.replace('0', 'f')))
                .getMessage();
        assertTrue(line.contains("holds versions of policy 0123456789ab..., not of f123456789ab..."), line);
    }

    @Test
    void refusesASecondWriter() {
        try (VersionStore first = open()) {
            assertEquals(1, first.next());
            assertTrue(assertThrows(Refusal.class, this::open).getMessage().contains("another process adapts"));
        }
        open().close();
    }

    @Test
    void refusesFoldersThatAreNone() throws IOException {
        assertThrows(Refusal.class, () -> VersionStore.read(folder.resolve("none")));
        final Path file = Files.writeString(folder.resolve("file"), "");
        assertThrows(Refusal.class, () -> VersionStore.open(file, BASE));
    }

    @Test
    void aVersionThatCannotBeWrittenLeavesNothing() throws IOException {
        try (VersionStore store = open()) {
            Files.createDirectory(folder.resolve(".half-000001"));
            assertThrows(FileAlreadyExistsException.class, () -> store.add(POLICY, facts(1, 0)));
            assertEquals(1, store.next());
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(
                        List.of(VersionStore.BASE, "lock"),
                        left.map(path -> path.getFileName().toString()).sorted().toList());
            }
            store.add(POLICY, facts(1, 0));
        }
    }

    @Test
    void longTextsAreCutToWhatAFileTakes() throws IOException {
        try (VersionStore store = open()) {
            store.add(
                    POLICY,
                    new PolicyVersion(
                            1, 0, "x".repeat(5000), "y", VersionState.TRIAL, "", BASE, Map.of("a", Double.NaN)));
        }
        try (VersionStore store = open()) {
            assertEquals("x".repeat(1000), store.version(1).cause());
            assertEquals(Map.of(), store.version(1).figures());
        }
    }
}
