package gaitd.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sends, as the control side reads it, and damage on the way. */
class OperatorSendsTest {
    private final UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandRing.MEMORY_BYTES));
    private final StopWord word = new StopWord();
    private final CommandRing ring = new CommandRing(memory, word);
    private final RawCommand got = new RawCommand();
    private long nowNs = 5;
    private final Operator operator = new Operator(ring, 42, () -> nowNs);

    @ParameterizedTest
    @EnumSource(OperatorRequest.class)
    void everyRequestArrivesWholeAndNumbered(final OperatorRequest request) {
        nowNs = 77;
        assertEquals(1, operator.offer(request, Gait.PACE, 0.1, -0.2, 0.3));
        assertTrue(ring.poll(got));
        assertTrue(got.intact);
        assertEquals(42, got.operator);
        assertEquals(1, got.sequence);
        assertEquals(77, got.sentNs);
        assertEquals(5, got.actedNs, "nothing was done since it was made");
        assertFalse(got.holds);
        assertEquals(request.ordinal(), got.request);
        assertEquals(Gait.PACE.ordinal(), got.gait);
        assertEquals(0.1, got.vx);
        assertEquals(-0.2, got.vy);
        assertEquals(0.3, got.yawRate);
        assertEquals(request == OperatorRequest.STOP, word.taken(), "a stop goes beside the ring too");
        assertEquals(2, operator.offer(request, null, 0, 0, 0));
        assertTrue(ring.poll(got));
        assertEquals(2, got.sequence);
        assertEquals(-1, got.gait);
    }

    @Test
    void actsAndHoldsAreSentWithTheNextCommand() {
        nowNs = 90;
        operator.act();
        operator.hold();
        nowNs = 95;
        operator.offer(OperatorRequest.NONE, null, 0, 0, 0);
        assertTrue(ring.poll(got));
        assertTrue(got.intact);
        assertEquals(90, got.actedNs);
        assertTrue(got.holds);
    }

    @Test
    void aStopIsSeenOnceHoweverOftenItWasPressed() {
        assertFalse(word.taken());
        operator.stop();
        operator.stop();
        assertTrue(word.taken());
        assertFalse(word.taken());
        operator.stop();
        assertTrue(word.taken());
    }

    @Test
    void aWordThatHeldSomethingBeforeStopsNobody() {
        final UnsafeBuffer held = new UnsafeBuffer(ByteBuffer.allocateDirect(StopWord.MEMORY_BYTES));
        held.putLong(0, 17);
        final StopWord control = new StopWord(held);
        assertFalse(control.taken());
        held.putLong(0, 3);
        assertTrue(control.taken(), "any other value stops");
    }

    @Test
    void theVerdictIsThatOfTheTicket() {
        final long ticket = operator.offer(OperatorRequest.NONE, null, 0, 0, 0);
        assertNull(operator.verdict(ticket));
        ring.poll(got);
        ring.judge(got, Verdict.VOID);
        assertEquals(Verdict.VOID, operator.verdict(ticket));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 15})
    void aVerdictThatThereIsNotIsNone(final int ordinal) {
        final long ticket = operator.offer(OperatorRequest.NONE, null, 0, 0, 0);
        memory.putLong(512 + 72, (ticket << 4) | ordinal);
        assertNull(operator.verdict(ticket));
        memory.putLong(512 + 72, ((ticket + 1) << 4) | 1);
        assertNull(operator.verdict(ticket));
    }

    @Test
    void everyBitOfACommandIsUnderItsChecksum() {
        final List<Consumer<RawCommand>> flips = new ArrayList<>();
        for (int bit = 0; bit < 64; bit++) {
            final long flip = 1L << bit;
            flips.add(c -> c.operator ^= flip);
            flips.add(c -> c.sequence ^= flip);
            flips.add(c -> c.sentNs ^= flip);
            flips.add(c -> c.actedNs ^= flip);
            flips.add(c -> c.vx = Double.longBitsToDouble(Double.doubleToRawLongBits(c.vx) ^ flip));
            flips.add(c -> c.vy = Double.longBitsToDouble(Double.doubleToRawLongBits(c.vy) ^ flip));
            flips.add(c -> c.yawRate = Double.longBitsToDouble(Double.doubleToRawLongBits(c.yawRate) ^ flip));
        }
        for (int bit = 0; bit < 32; bit++) {
            final int flip = 1 << bit;
            flips.add(c -> c.request ^= flip);
            flips.add(c -> c.gait ^= flip);
        }
        flips.add(c -> c.holds ^= true);
        for (final int gait : new int[] {-1, 2}) {
            final RawCommand command = new RawCommand();
            command.operator = 3;
            command.sequence = 9;
            command.vx = 0.25;
            command.request = 1;
            command.gait = gait;
            final long sum = command.checksum();
            for (final Consumer<RawCommand> flip : flips) {
                flip.accept(command);
                assertNotEquals(sum, command.checksum());
                flip.accept(command);
                assertEquals(sum, command.checksum());
            }
        }
    }

    @Test
    void aSlotOfZerosIsNoCommand() {
        memory.putLong(0, 1);
        memory.putLong(512, 1);
        assertTrue(ring.poll(got));
        assertFalse(got.intact);
    }

    @Test
    void aSenderThatDiesIsWaitedForFiftyPollsAndNotLonger() {
        memory.getAndAddLong(0, 1);
        operator.offer(OperatorRequest.NONE, null, 0.5, 0, 0);
        for (int poll = 0; poll < CommandRing.ABANDON_POLLS; poll++) {
            assertFalse(ring.poll(got));
            assertEquals(0, ring.abandoned());
        }
        assertFalse(ring.poll(got));
        assertEquals(1, ring.abandoned());
        assertTrue(ring.poll(got));
        assertEquals(0.5, got.vx);
    }

    @Test
    void aRingFullOfUnfinishedCommandsIsNoDamage() {
        memory.putLong(0, CommandRing.SLOTS);
        ring.poll(got);
        assertEquals(0, ring.repaired());
        memory.putLong(0, CommandRing.SLOTS + 1);
        ring.poll(got);
        assertEquals(1, ring.repaired());
    }
}
