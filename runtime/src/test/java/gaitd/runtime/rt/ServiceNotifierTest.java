package gaitd.runtime.rt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNotifierTest {
    @TempDir
    Path folder;

    private static final int FEEDS = 200;
    /** What a call of C takes before it is compiled, and a little more. */
    private static final long INTERPRETED_BYTES = 64;

    private final FakeSyscalls fake = new FakeSyscalls();

    private void deliversTo(final String name) throws Throwable {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "needs Linux");
        try (UnixInbox inbox = new UnixInbox(name)) {
            final ServiceNotifier notifier = new ServiceNotifier(Syscalls.ofThisMachine(), name, "3000000");
            assertTrue(notifier.listens());
            assertEquals(0, notifier.ready());
            assertEquals(0, notifier.status("walks\nfast"));
            assertEquals(0, notifier.watchdog());
            assertEquals(0, notifier.stopping());
            assertEquals("READY=1", inbox.next());
            assertEquals("STATUS=walks fast", inbox.next());
            assertEquals("WATCHDOG=1", inbox.next());
            assertEquals("STOPPING=1", inbox.next());
            assertNull(inbox.next());
        }
    }

    @Test
    void tellsASocketInAFolder() throws Throwable {
        deliversTo(folder.resolve("notify").toString());
    }

    @Test
    void tellsAnAbstractSocket() throws Throwable {
        deliversTo("@gaitd-test-" + ProcessHandle.current().pid());
    }

    @Test
    void aFeedOfTheWatchdogLeavesNextToNoGarbage() throws Throwable {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "needs Linux");
        final String name = folder.resolve("notify").toString();
        try (UnixInbox inbox = new UnixInbox(name)) {
            final ServiceNotifier notifier = new ServiceNotifier(Syscalls.ofThisMachine(), name, "3000000");
            for (int i = 0; i < FEEDS; i++) {
                feedAndTake(notifier, inbox);
            }
            final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long bytes = 0;
            for (int i = 0; i < FEEDS; i++) {
                final long before = threads.getCurrentThreadAllocatedBytes();
                notifier.watchdog();
                bytes += threads.getCurrentThreadAllocatedBytes() - before;
                assertEquals("WATCHDOG=1", inbox.next());
            }
            assertTrue(bytes <= INTERPRETED_BYTES * FEEDS, bytes + " bytes in " + FEEDS + " feeds");
        }
    }

    private static void feedAndTake(final ServiceNotifier notifier, final UnixInbox inbox) throws Throwable {
        assertEquals(0, notifier.watchdog());
        assertEquals("WATCHDOG=1", inbox.next());
    }

    @Test
    void cutsLongMessagesAndTakesOtherLettersAway() throws Throwable {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "needs Linux");
        final String name = folder.resolve("notify").toString();
        try (UnixInbox inbox = new UnixInbox(name)) {
            final ServiceNotifier notifier = new ServiceNotifier(Syscalls.ofThisMachine(), name, null);
            assertEquals(0, notifier.status("\u00e9"));
            assertEquals("STATUS=?", inbox.next());
            assertEquals(0, notifier.status("a".repeat(600)));
            assertEquals("STATUS=" + "a".repeat(505), inbox.next());
        }
    }

    @Test
    void answersWithTheErrorOfASocketThatIsNotThere() {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "needs Linux");
        final Syscalls calls = Syscalls.ofThisMachine();
        assertEquals(
                Errno.ENOENT, new ServiceNotifier(calls, folder.resolve("none").toString(), null).ready());
        assertEquals(Errno.ENAMETOOLONG, new ServiceNotifier(calls, "/" + "a".repeat(108), null).ready());
        assertEquals(Errno.EINVAL, calls.notify("", "READY=1"));
    }

    @Test
    void isSilentWithoutAManager() {
        final ServiceNotifier notifier = new ServiceNotifier(fake, null, null);
        assertFalse(notifier.listens());
        assertEquals(0, notifier.ready());
        assertEquals(List.of(), fake.messages);
    }

    @Test
    void takesNoWatchdogTimeThatIsNoNumber() {
        assertEquals(0, new ServiceNotifier(fake, "@a", "soon").watchdogNs());
        assertEquals(2_000_000_000L, new ServiceNotifier(fake, "@a", "2000000").watchdogNs());
    }

    @Test
    void feedsTheWatchdogAThirdOfItsTimeWhileTicksGoOn() {
        final WatchdogFeed feed = new WatchdogFeed(new ServiceNotifier(fake, "@a", "3000"));
        assertFalse(feed.update(-1, 0));
        assertTrue(feed.update(0, 10));
        assertFalse(feed.update(1, 999_000));
        assertTrue(feed.update(2, 1_000_010));
    }

    @Test
    void letsTheWatchdogBiteWhenTheTickStands() {
        final WatchdogFeed feed = new WatchdogFeed(new ServiceNotifier(fake, "@a", "3000"));
        assertTrue(feed.update(7, 0));
        assertFalse(feed.update(7, 50_000_000));
        assertEquals(List.of("WATCHDOG=1"), fake.messages);
    }
}
