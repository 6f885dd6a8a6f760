package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import java.util.Arrays;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class WeightsIntakeTest {
    private final AdaptRig rig = new AdaptRig();

    /** Nothing drives, nothing is loaded, however long one waits. */
    private void assertNothingTaken(final WeightsCheck check) {
        for (int i = 0; i < AdaptRig.WINDOW + 2 * AdaptRig.BLEND; i++) {
            rig.step();
            assertEquals(0, rig.more());
            assertEquals(0, rig.cell.trials.candidate().version());
        }
        assertEquals(check, AdaptRig.check(rig.step()));
    }

    private void publish(final byte[] contents, final long version) {
        rig.slot.publish(new UnsafeBuffer(contents), contents.length, version);
    }

    private byte[] message() {
        final byte[] bytes = new byte[rig.message.bytesLong()];
        rig.message.id = 1;
        rig.message.shipped = AdaptRig.MARK;
        rig.message.role = WeightsRole.INCUMBENT;
        Arrays.fill(rig.message.weights, 0, FakeNetwork.OUTPUTS, 0.3f);
        rig.message.write(new UnsafeBuffer(bytes));
        return bytes;
    }

    @Test
    void aMessageAsItShouldBeIsTaken() {
        publish(message(), WeightsMessage.FORMAT);
        rig.steps(3);
        assertEquals(1, rig.cell.trials.candidate().version());
        assertEquals(WeightsCheck.TAKEN, AdaptRig.check(rig.step()));
    }

    /** Who wrote it has to know that a verdict is about it, and not about the message before. */
    @Test
    void theVerdictIsOfTheGenerationBesideIt() {
        publish(new byte[rig.message.bytesLong()], WeightsMessage.FORMAT);
        rig.steps(4);
        publish(message(), WeightsMessage.FORMAT);
        for (int i = 0; i < 6; i++) {
            final ExperienceFrame record = rig.step();
            final boolean first = record.get(ExperienceField.SLOT_GENERATION) == 1;
            assertEquals(first ? WeightsCheck.FORMAT : WeightsCheck.TAKEN, AdaptRig.check(record), "record " + i);
        }
    }

    @Test
    void rubbishOfTheRightLength() {
        final Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            final byte[] rubbish = new byte[rig.message.bytesLong()];
            random.nextBytes(rubbish);
            publish(rubbish, WeightsMessage.FORMAT);
            assertNothingTaken(WeightsCheck.FORMAT);
        }
    }

    @Test
    void rubbishOfOtherLengths() {
        final Random random = new Random(3);
        for (final int length :
                new int[] {1, rig.message.bytesLong() - 1, rig.message.bytesLong() + 1, PolicySlot.CONTENT_MAX_BYTES}) {
            final byte[] rubbish = new byte[length];
            random.nextBytes(rubbish);
            publish(rubbish, WeightsMessage.FORMAT);
            assertNothingTaken(WeightsCheck.NOT_WHOLE);
        }
    }

    @Test
    void contentsOfAnotherVersion() {
        publish(message(), WeightsMessage.FORMAT + 1);
        assertNothingTaken(WeightsCheck.FORMAT);
    }

    @Test
    void aDamagedMessage() {
        final byte[] damaged = message();
        damaged[damaged.length - 1] ^= 1;
        publish(damaged, WeightsMessage.FORMAT);
        assertNothingTaken(WeightsCheck.CHECKSUM);
    }

    @Test
    void weightsOfAnotherBundle() {
        message();
        rig.message.shipped++;
        publish(written(), WeightsMessage.FORMAT);
        assertNothingTaken(WeightsCheck.SHIPPED);
    }

    @Test
    void weightsThatAreNoNumbers() {
        for (final float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            message();
            rig.message.weights[3] = bad;
            publish(written(), WeightsMessage.FORMAT);
            assertNothingTaken(WeightsCheck.NOT_FINITE);
        }
    }

    @Test
    void versionsThatAreNone() {
        for (final long id : new long[] {0, -1, Long.MIN_VALUE}) {
            message();
            rig.message.id = id;
            publish(written(), WeightsMessage.FORMAT);
            assertNothingTaken(WeightsCheck.OLD);
        }
    }

    @Test
    void anOlderVersionThanTheNewest() {
        rig.send(WeightsRole.SHADOW, 9, 0.1, 0);
        rig.steps(3);
        rig.send(WeightsRole.INCUMBENT, 8, 0.2, 0);
        rig.steps(3 * AdaptRig.WINDOW);
        assertEquals(0, rig.more());
        assertEquals(9, rig.cell.trials.candidate().version());
        assertEquals(WeightsCheck.OLD, AdaptRig.check(rig.step()));
    }

    @Test
    void weightsMayNotDriveInPlaceOfASignedBundleUnlessTheyAreTrusted() {
        final AdaptRig signed = new AdaptRig(AdaptRig.quiet().conclude(), false);
        for (final WeightsRole role : new WeightsRole[] {WeightsRole.TRIAL, WeightsRole.INCUMBENT}) {
            signed.send(role, 1, 0.2, 0);
            signed.steps(4 * AdaptRig.WINDOW);
            assertEquals(0, signed.more());
            assertEquals(WeightsCheck.NOT_TRUSTED, AdaptRig.check(signed.step()));
        }
        signed.send(WeightsRole.SHADOW, 1, 0.2, 0);
        signed.steps(3);
        assertEquals(1, signed.cell.trials.candidate().version());
        assertEquals(0, signed.more());
    }

    @Test
    void aSlotThatIsWrittenAtEveryStep() {
        for (int i = 0; i < 1000; i++) {
            publish(message(), WeightsMessage.FORMAT);
            rig.step();
        }
        assertEquals(1, rig.cell.trials.incumbent().version());
        rig.steps(3);
        assertEquals(1000, rig.step().get(ExperienceField.SLOT_GENERATION));
    }

    private byte[] written() {
        final byte[] bytes = new byte[rig.message.bytesLong()];
        rig.message.write(new UnsafeBuffer(bytes));
        return bytes;
    }
}
