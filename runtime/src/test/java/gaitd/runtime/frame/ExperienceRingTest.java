package gaitd.runtime.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ExperienceRingTest {
    private final ExperienceRing ring = new ExperienceRing();
    private final ExperienceFrame frame = new ExperienceFrame();

    private void publish(final int from, final int to) {
        for (int record = from; record < to; record++) {
            frame.put(ExperienceField.RECORD, record);
            frame.putReal(ExperienceField.OBSERVATION, 159, record);
            ring.publish(frame);
        }
    }

    @Test
    void everyReaderSeesEveryRecordInOrder() {
        final ExperienceRing.Reader one = ring.newReader();
        final ExperienceRing.Reader two = ring.newReader();
        publish(0, 100);
        for (int i = 0; i < 100; i++) {
            assertEquals(i, one.poll().get(ExperienceField.RECORD));
            assertEquals(i, two.poll().real(ExperienceField.OBSERVATION, 159));
        }
        assertNull(one.poll());
        assertEquals(0, two.lostFrames());
    }

    @Test
    void theWriterGoesOnWithoutAReaderThatDied() {
        final ExperienceRing.Reader dead = ring.newReader();
        publish(0, 1);
        assertNotNull(dead.poll());
        publish(1, 100_000);
        assertNull(dead.poll());
        publish(100_000, 100_001);
        assertEquals(100_000, dead.poll().get(ExperienceField.RECORD));
        assertEquals(99_999, dead.lostFrames());
    }

    @Test
    void holdsTwelveSecondsOfAPolicyAt100Hz() {
        final ExperienceRing.Reader slow = ring.newReader();
        publish(0, 1200);
        for (int i = 0; i < 1200; i++) {
            assertEquals(i, slow.poll().get(ExperienceField.RECORD));
        }
    }

    @Test
    void refusesARecordOfAnotherVersion() {
        final UnsafeBuffer foreign = new UnsafeBuffer(new byte[ExperienceFrame.SIZE]);
        foreign.putLong(0, ExperienceFrame.VERSION + 1);
        assertFalse(frame.copyFrom(foreign, 0));
        assertEquals(ExperienceFrame.VERSION, frame.get(ExperienceField.VERSION));
    }

    @Test
    void fieldsDoNotOverlap() {
        int end = 0;
        for (final ExperienceField field : ExperienceField.values()) {
            assertEquals(end, field.offset(), field.name());
            end += field.kind.bytes * field.count;
        }
        assertTrue(ExperienceFrame.SIZE >= end);
    }
}
