package gaitd.runtime.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TickRingTest {
    private final TickRing ring = new TickRing();
    private final TickFrame frame = new TickFrame();

    private void publish(final long tick) {
        frame.put(TickField.TICK, tick);
        ring.publish(frame);
    }

    @Test
    void everyReaderSeesEveryFrameInOrder() {
        final TickRing.Reader one = ring.newReader();
        final TickRing.Reader two = ring.newReader();
        for (int i = 0; i < 100; i++) {
            publish(i);
            assertEquals(i, one.poll().get(TickField.TICK));
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(i, two.poll().get(TickField.TICK));
        }
        assertNull(one.poll());
        assertNull(two.poll());
        assertEquals(0, two.lostFrames());
    }

    @Test
    void aSlowReaderLosesFramesAndKnowsHowMany() {
        final TickRing.Reader slow = ring.newReader();
        publish(0);
        assertNotNull(slow.poll());
        final int published = 20_000;
        for (int i = 1; i <= published; i++) {
            publish(i);
        }
        assertNull(slow.poll());
        publish(published + 1);
        assertEquals(published + 1, slow.poll().get(TickField.TICK));
        assertEquals(published, slow.lostFrames());
    }

    @Test
    void keepsValuesInEveryKindOfField() {
        frame.put(TickField.ROBOT_TICK, 0xFFFF_FFFFL);
        frame.put(TickField.FOOT_FORCE, 3, -400);
        frame.putReal(TickField.FAULT_VALUE, 0, Math.PI);
        frame.putReal(TickField.Q, 11, -1.6);
        assertEquals(0xFFFF_FFFFL, frame.get(TickField.ROBOT_TICK));
        assertEquals(-400, frame.get(TickField.FOOT_FORCE, 3));
        assertEquals(Math.PI, frame.real(TickField.FAULT_VALUE, 0));
        assertEquals((float) -1.6, frame.real(TickField.Q, 11));
    }

    @Test
    void refusesAFrameOfAnotherVersion() {
        final UnsafeBuffer foreign = new UnsafeBuffer(new byte[TickFrame.SIZE]);
        foreign.putLong(0, TickFrame.VERSION + 1);
        assertFalse(frame.copyFrom(foreign, 0));
        assertEquals(TickFrame.VERSION, frame.get(TickField.VERSION));
    }

    @Test
    void fieldsDoNotOverlap() {
        int end = 0;
        for (final TickField field : TickField.values()) {
            assertEquals(end, field.offset(), field.name());
            end += field.kind.bytes * field.count;
        }
        assertTrue(TickFrame.SIZE >= end);
    }
}
