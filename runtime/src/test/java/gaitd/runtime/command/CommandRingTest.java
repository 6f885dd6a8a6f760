package gaitd.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CommandRingTest {
    private final UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandRing.MEMORY_BYTES));
    private final CommandRing control = new CommandRing(memory, new StopWord());
    private final CommandRing sender = new CommandRing(memory, new StopWord());
    private final RawCommand sent = new RawCommand();
    private final RawCommand got = new RawCommand();

    private long send(final double vx) {
        sent.operator = 7;
        sent.sequence++;
        sent.vx = vx;
        return sender.offer(sent);
    }

    @Test
    void carriesCommandsInOrderWholeAndWithTheirTickets() {
        for (int i = 0; i < 1000; i++) {
            sent.gait = i % 3;
            assertEquals(2 * i + 1, send(i));
            assertEquals(2 * i + 2, send(-i));
            assertTrue(control.poll(got));
            assertEquals(i, got.vx);
            assertEquals(2 * i + 1, got.ticket);
            assertEquals(i % 3, got.gait);
            assertTrue(got.intact);
            assertTrue(control.poll(got));
            assertEquals(-i, got.vx);
            assertFalse(control.poll(got));
        }
    }

    @Test
    void refusesAndCountsWhenItIsFullAndGoesOnWhenThereIsRoom() {
        for (int i = 0; i < CommandRing.SLOTS; i++) {
            assertEquals(i + 1, send(i));
        }
        assertEquals(0, send(0));
        assertEquals(0, send(0));
        assertEquals(2, sender.dropped());
        assertTrue(control.poll(got));
        assertEquals(CommandRing.SLOTS + 1, send(0));
    }

    @Test
    void tellsTheSenderTheVerdictOfEachTicket() {
        final long first = send(0);
        final long second = send(0);
        assertNull(sender.verdict(first));
        control.poll(got);
        control.judge(got, Verdict.STALE);
        control.poll(got);
        control.judge(got, Verdict.ACCEPTED);
        assertEquals(Verdict.STALE, sender.verdict(first));
        assertEquals(Verdict.ACCEPTED, sender.verdict(second));
        assertEquals(1, sender.count(Verdict.STALE));
        assertNull(sender.verdict(first + CommandRing.SLOTS));
    }

    @Test
    void skipsACommandWhoseSenderDiedWhileWriting() {
        memory.getAndAddLong(0, 1);
        send(0.5);
        int polls = 0;
        while (!control.poll(got)) {
            polls++;
            assertTrue(polls <= CommandRing.ABANDON_POLLS + 1, "waits for the dead");
        }
        assertEquals(0.5, got.vx);
        assertEquals(1, sender.abandoned());
    }

    @Test
    void aCommandTornByASlowSenderIsNotIntact() {
        send(0.5);
        memory.putDouble(512 + 40, 0.9);
        assertTrue(control.poll(got));
        assertFalse(got.intact);
    }

    @Test
    void repairsADamagedCountOfTheSenders() {
        for (final long damage : new long[] {-5, Long.MAX_VALUE, Long.MIN_VALUE, 100_000}) {
            memory.putLong(0, damage);
            control.poll(got);
            assertTrue(send(0.25) > 0, "after " + damage);
            assertTrue(control.poll(got));
            assertEquals(0.25, got.vx);
        }
        assertEquals(4, sender.repaired());
    }

    @Test
    void repairsADamagedCountOfItsOwn() {
        memory.putLong(64, -1000);
        control.poll(got);
        assertTrue(send(0.25) > 0);
        assertTrue(control.poll(got));
    }

    @Test
    void noBytesWhateverStopIt() {
        final SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 2000; round++) {
            for (int i = 0; i < 200; i++) {
                memory.putLong(random.nextInt(CommandRing.MEMORY_BYTES / 8) * 8, random.nextLong());
            }
            memory.putLong(random.nextInt(24) * 8, random.nextLong());
            for (int i = 0; i < 10; i++) {
                if (control.poll(got)) {
                    control.judge(got, Verdict.MALFORMED);
                }
                sender.verdict(random.nextLong());
            }
        }
        int polls = 0;
        while (send(0.125) == 0 || !control.poll(got) || got.vx != 0.125) {
            polls++;
            assertTrue(polls < 2 * CommandRing.SLOTS * CommandRing.ABANDON_POLLS, "does not recover");
        }
    }
}
