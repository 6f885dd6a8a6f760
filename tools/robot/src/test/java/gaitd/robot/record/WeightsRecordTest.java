package gaitd.robot.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class WeightsRecordTest {
    private static final byte[] CONTENTS = {1, 2, 3, 4, 5};

    @Test
    void whatALearnerPublishesIsTakenOnceAndReadAgain() {
        final LearnerLink link = new LearnerLink();
        final LearnerTap tap = LearnerTap.of(link);
        tap.begin();
        assertNull(tap.weights());
        final PolicySlot learner = link.weights();
        learner.publish(new UnsafeBuffer(CONTENTS), CONTENTS.length, 9);
        final WeightsRecord taken = tap.weights();
        assertNotNull(taken);
        assertNull(tap.weights());
        final WeightsRecord read = WeightsRecord.of(taken.bytes());
        assertNotNull(read);
        assertEquals(1, read.generation());
        assertEquals(9, read.format());
        assertArrayEquals(CONTENTS, read.contents());
    }

    @Test
    void aMessageOfAnotherLengthIsNone() {
        final byte[] message = new WeightsRecord(3, 9, CONTENTS).bytes();
        assertNull(WeightsRecord.of(Arrays.copyOf(message, message.length - 1)));
        assertNull(WeightsRecord.of(Arrays.copyOf(message, message.length + 1)));
        assertNull(WeightsRecord.of(new WeightsRecord(3, 9, new byte[0]).bytes()), "no contents");
        assertNotNull(WeightsRecord.of(new WeightsRecord(3, 9, new byte[PolicySlot.CONTENT_MAX_BYTES]).bytes()));
        assertNull(WeightsRecord.of(new WeightsRecord(3, 9, new byte[PolicySlot.CONTENT_MAX_BYTES + 1]).bytes()));
        assertNull(WeightsRecord.of(new byte[3]));
    }

    @Test
    void nothingIsTakenWhereNothingAdapts() {
        final LearnerTap tap = LearnerTap.of((LearnerLink) null);
        tap.begin();
        assertNull(tap.weights());
        assertNull(tap.step());
    }
}
