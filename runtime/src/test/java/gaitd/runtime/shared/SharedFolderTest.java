package gaitd.runtime.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path temporary;

    private final TickFrame frame = new TickFrame();
    private Path folder;
    private long nowNs;

    @BeforeEach
    void choose() {
        folder = temporary.resolve("gaitd");
    }

    private void publish(final SharedFolder owned, final long tick) {
        frame.put(TickField.TICK, tick);
        owned.frames().publish(frame);
    }

    private static long tick(final TickFrame frame) {
        assertNotNull(frame);
        return frame.get(TickField.TICK);
    }

    private String refusal() {
        final SharedException e = assertThrows(SharedException.class, () -> SharedFolder.create(folder));
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void framesPassFromTheHomeToAFollower() {
        try (SharedFolder owned = SharedFolder.create(folder)) {
            final SharedFollower follower = new SharedFollower(folder, () -> nowNs);
            assertEquals(1, follower.attachments());
            assertEquals(ProcessHandle.current().pid(), follower.ownerPid());
            assertNull(follower.poll());
            for (int i = 0; i < 100; i++) {
                publish(owned, i);
            }
            for (int i = 0; i < 100; i++) {
                assertEquals(i, tick(follower.poll()));
            }
            assertEquals(0, follower.lostFrames());
        }
    }

    @Test
    void aFollowerThatSleptKnowsWhatItLost() {
        try (SharedFolder owned = SharedFolder.create(folder)) {
            final SharedFollower follower = new SharedFollower(folder, () -> nowNs);
            publish(owned, 0);
            assertEquals(0, tick(follower.poll()));
            for (int i = 1; i <= 20_000; i++) {
                publish(owned, i);
            }
            assertNull(follower.poll());
            publish(owned, 20_001);
            assertEquals(20_001, tick(follower.poll()));
            assertEquals(20_000, follower.lostFrames());
        }
    }

    @Test
    void aFollowerWaitsForAHomeAndGoesOverToTheNext() {
        final SharedFollower follower = new SharedFollower(folder, () -> nowNs);
        assertNull(follower.poll());
        assertEquals(0, follower.attachments());
        final SharedFolder first = SharedFolder.create(folder);
        nowNs += SECOND;
        assertNull(follower.poll());
        publish(first, 7);
        assertEquals(7, tick(follower.poll()));
        first.close();
        try (SharedFolder second = SharedFolder.create(folder)) {
            publish(second, 0);
            assertNull(follower.poll());
            nowNs += SECOND;
            assertNull(follower.poll());
            publish(second, 1);
            TickFrame next = follower.poll();
            next = next == null ? follower.poll() : next;
            assertTrue(tick(next) <= 1);
            assertEquals(2, follower.attachments());
            assertEquals(0, follower.lostFrames());
        }
    }

    @Test
    void aFollowerThatMeetsAnotherVersionSaysSo() throws IOException {
        SharedFolder.create(folder).close();
        try (FileChannel file = FileChannel.open(folder.resolve("frames"), StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[] {99}), 24);
        }
        final SharedException e = assertThrows(SharedException.class, () -> new SharedFollower(folder, () -> nowNs));
        assertTrue(e.getMessage().contains("frames of version 99"), e.getMessage());
    }

    @Test
    void aFollowerMapsReadOnlyAndCountsBesideTheFrames() {
        try (SharedFolder owned = SharedFolder.create(folder)) {
            final SharedFollower follower = new SharedFollower(folder, () -> nowNs);
            follower.counters().set(Counter.LEARNER_LOST, 12);
            assertEquals(12, SharedClient.counters(folder).get(Counter.LEARNER_LOST));
            assertEquals(0, SharedClient.counters(folder).get(Counter.LEARNER_FRAMES));
            assertNotNull(owned);
        }
    }

    @Test
    void commandsPassFromAGuestToTheHome() {
        try (SharedFolder owned = SharedFolder.create(folder)) {
            final RawCommand sent = new RawCommand();
            sent.vx = 0.5;
            final CommandRing client = SharedClient.commands(folder);
            assertEquals(1, client.offer(sent));
            final RawCommand got = new RawCommand();
            assertTrue(owned.commands().poll(got));
            assertEquals(0.5, got.vx);
        }
    }

    @Test
    void aRestartedHomeKnowsNothingOfOldCommands() {
        final SharedFolder first = SharedFolder.create(folder);
        final CommandRing client = SharedClient.commands(folder);
        client.offer(new RawCommand());
        first.close();
        try (SharedFolder second = SharedFolder.create(folder)) {
            client.offer(new RawCommand());
            assertFalse(second.commands().poll(new RawCommand()));
        }
    }

    @Test
    void aGuestWithoutAHomeIsToldHowToStartOne() {
        final SharedException e = assertThrows(SharedException.class, () -> SharedClient.commands(folder));
        assertTrue(
                e.getMessage()
                        .startsWith("there is no control process on " + folder
                                + ": it has no file named operators/commands"),
                e.getMessage());
        assertTrue(e.getMessage().contains("gaitd control --shared " + folder), e.getMessage());
    }

    @Test
    void oneControlProcessAFolder() {
        try (SharedFolder owned = SharedFolder.create(folder)) {
            assertNotNull(owned);
            assertTrue(refusal().contains("runs on " + folder + " already"));
        }
        SharedFolder.create(folder).close();
    }

    @Test
    void recoversAFolderFullOfGarbage() throws IOException {
        Files.createDirectories(folder.resolve(SharedKind.OPERATORS));
        for (final SharedKind kind : SharedKind.values()) {
            Files.writeString(folder.resolve(kind.fileName), "garbage");
        }
        try (SharedFolder owned = SharedFolder.create(folder)) {
            publish(owned, 3);
            assertNotEquals(0, new SharedFollower(folder, () -> nowNs).attachments());
        }
    }

    @Test
    void refusesAFolderThatEveryoneMayWrite() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(refusal().contains("chmod o-w"));
    }

    @Test
    void refusesALinkThatLiesInTheFoldersPlace() throws IOException {
        final Path elsewhere = Files.createDirectory(folder.resolveSibling("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);
        assertTrue(refusal().contains("is a symbolic link"));
        Files.delete(folder);
        Files.createDirectory(folder);
        Files.createSymbolicLink(folder.resolve("operators"), elsewhere);
        assertTrue(refusal().contains("operators is a symbolic link"));
    }

    @Test
    void refusesAFolderOfAnotherUser() throws IOException {
        assumeTrue(Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "only root gives folders away");
        Files.createDirectory(folder);
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        assertTrue(refusal().contains("belongs to the user nobody"));
    }

    @Test
    void refusesAFolderWithAnAccessList() throws IOException {
        Files.createDirectory(folder);
        for (final String name : List.of("system.posix_acl_access", "system.posix_acl_default")) {
            assumeTrue(AccessList.give(folder, name), "the file system has no access lists");
            assertTrue(refusal().contains("has an access list"));
            AccessList.take(folder, name);
        }
        SharedFolder.create(folder).close();
    }

    @Test
    void refusesAFolderThatEveryoneMayReplace() throws IOException {
        final Path parent = Files.createDirectory(folder.resolveSibling("open"));
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));
        folder = parent.resolve("shared");
        assertTrue(refusal().contains("every user may put another in its place"));
    }

    @Test
    void refusesAFileInTheFoldersPlace() throws IOException {
        Files.writeString(folder, "a file");
        assertTrue(refusal().contains("is not a folder"));
    }

    @Test
    void refusesAFolderThatTheSystemDoesNotLetItMake() {
        folder = Path.of("/proc/gaitd");
        assertTrue(refusal().contains("cannot be used"));
    }

    @Test
    void refusesWhatIsInTheWayOfAFile() throws IOException {
        Files.createDirectories(folder.resolve("counters").resolve("in the way"));
        assertTrue(refusal().contains("cannot be made"));
        Files.delete(folder.resolve("counters").resolve("in the way"));
        Files.delete(folder.resolve("counters"));
        SharedFolder.create(folder).close();
    }

    @Test
    void theFilesCanBeReadByTheGroupAndTouchedByNobodyElse() throws IOException {
        SharedFolder.create(folder).close();
        for (final SharedKind kind : SharedKind.values()) {
            final String permissions =
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(kind.fileName)));
            final boolean ofControlAlone = kind == SharedKind.FRAMES || kind == SharedKind.EXPERIENCE;
            assertEquals(ofControlAlone ? "rw-r-----" : "rw-rw----", permissions, kind.fileName);
        }
    }
}
