package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.A1;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Networks;
import gaitd.runtime.adapt.EpisodeEnd;
import gaitd.runtime.adapt.ExplorationOff;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.adapt.WeightsRole;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import gaitd.runtime.policy.fit.LtcBundle;
import gaitd.runtime.policy.fit.PolicyFit;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A control loop whose policy adapts. */
class AdaptingLoopTest {
    private static final double WALK_S = 6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The fake robot stands still while its legs are told to step, so that its torques are at their limit. */
    private static Config config(final AdaptUse use) {
        return new Config.Builder()
                .set(ChoiceSetting.ADAPT_USE, use, "test")
                .set(Setting.ADAPT_TORQUE_MAX_NM, 35, "test")
                .set(Setting.ADAPT_WINDOW_S, 1, "test")
                .set(Setting.ADAPT_DEVIATION, 0.05, "test")
                .set(Setting.ADAPT_BOX, 0.3, "test")
                .conclude();
    }

    private static Rig walking(final Config config, final LearnerLink learner) {
        final Rig rig = new Rig(config, AdaptingPolicies.of(config, List.of(LtcBundle.adapting(config)), learner));
        rig.say(0.3, 0, 0);
        rig.walk();
        return rig;
    }

    /** Everything of a frame but what adapting says of itself. */
    private static List<Object> others(final TickFrame frame) {
        final List<Object> values = new ArrayList<>();
        for (final TickField field : TickField.values()) {
            for (int i = 0; i < field.count && !field.name().startsWith("ADAPT_"); i++) {
                values.add(field.kind.name().startsWith("I") ? frame.get(field, i) : frame.real(field, i));
            }
        }
        return values;
    }

    private static final class Learner {
        final WeightsMessage message;
        final PolicySlot slot;
        final float[] shipped;
        final UnsafeBuffer bytes;

        Learner(final Config config, final LearnerLink link) {
            final Bundle bundle = LtcBundle.adapting(config).bundle();
            shipped = Networks.FASTEST.weights(bundle.manifest().cell(), bundle.tensors());
            message = new WeightsMessage(shipped.length);
            message.shipped = WeightsMessage.shipped(bundle.sha256());
            bytes = new UnsafeBuffer(new byte[message.bytesLong()]);
            slot = link.weights();
        }

        void send(final WeightsRole role, final long id, final float factor) {
            for (int i = 0; i < shipped.length; i++) {
                message.weights[i] = shipped[i] * factor;
            }
            message.id = id;
            message.role = role;
            message.write(bytes);
            slot.publish(bytes, message.bytesLong(), WeightsMessage.FORMAT);
        }
    }

    @Test
    void recordingLeavesEveryFrameAsItIs() {
        final Config plain = config(AdaptUse.OFF);
        final Rig one = new Rig(plain, () -> 0, LtcBundle.adapting(plain).create());
        one.say(0.3, 0, 0);
        one.walk();
        final LearnerLink link = new LearnerLink();
        final ExperienceRing.Reader reader = link.experience().newReader();
        final Rig other = walking(config(AdaptUse.RECORD), link);
        long records = 0;
        for (int tick = 0; tick < 1500; tick++) {
            assertEquals(others(one.tick()), others(other.tick()));
            final ExperienceFrame record = reader.poll();
            records += record == null ? 0 : 1;
        }
        assertTrue(records >= 298 && records <= 302, "records " + records);
        assertEquals(0, other.tick().get(TickField.ADAPT_VERSION));
    }

    @Test
    void shippedWeightsFromTheSlotDriveAsTheBundleDoes() {
        final Config config = config(AdaptUse.ON)
                .change()
                .set(Setting.ADAPT_DEVIATION, 0, "test")
                .conclude();
        final LearnerLink link = new LearnerLink();
        final Rig rig = walking(config, link);
        final ExperienceRing.Reader reader = link.experience().newReader();
        new Learner(config, link).send(WeightsRole.SHADOW, 1, 1);
        int compared = 0;
        for (int tick = 0; tick < 3000; tick++) {
            rig.tick();
            final ExperienceFrame record = reader.poll();
            if (record != null && record.get(ExperienceField.VERSION_CANDIDATE) == 1 && tick > 2000) {
                for (int i = 0; i < record.get(ExperienceField.ACTIONS); i++) {
                    assertEquals(
                            record.real(ExperienceField.SHIPPED_OUTPUT, i),
                            record.real(ExperienceField.CANDIDATE_OUTPUT, i),
                            1e-4);
                }
                compared++;
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        final List<List<Object>> runs = new ArrayList<>();
        for (final double seed : new double[] {5, 5, 6}) {
            final Config config = config(AdaptUse.ON)
                    .change()
                    .set(Setting.ADAPT_SEED, seed, "test")
                    .conclude();
            final LearnerLink link = new LearnerLink();
            final Rig rig = walking(config, link);
            new Learner(config, link).send(WeightsRole.TRIAL, 1, 1.2f);
            rig.run(WALK_S);
            final TickFrame frame = rig.tick();
            assertEquals(ExplorationOff.ON.ordinal(), frame.get(TickField.ADAPT_EXPLORATION_OFF));
            assertEquals(1, frame.get(TickField.ADAPT_CANDIDATE));
            runs.add(others(frame));
        }
        assertEquals(runs.get(0), runs.get(1));
        assertNotEquals(runs.get(0), runs.get(2));
    }

    @Test
    void aTrialIsInTheFrames() {
        final Config config = config(AdaptUse.ON);
        final LearnerLink link = new LearnerLink();
        final Rig rig = walking(config, link);
        new Learner(config, link).send(WeightsRole.TRIAL, 9, 1.2f);
        long drove = 0;
        for (int tick = 0; tick < 4000; tick++) {
            final TickFrame frame = rig.tick();
            final boolean window = frame.get(TickField.ADAPT_PHASE) == TrialPhase.CANDIDATE_WINDOW.ordinal();
            assertTrue(window || frame.real(TickField.ADAPT_CANDIDATE_SHARE, 0) < 1);
            drove += frame.get(TickField.ADAPT_VERSION) == 9 ? 1 : 0;
        }
        assertTrue(drove > 1000 && drove < 2500, "drove for " + drove + " ticks");
    }

    @Test
    void aFallIsTheEndOfAnEpisode() {
        final Config config = config(AdaptUse.ON);
        final LearnerLink link = new LearnerLink();
        final Rig rig = walking(config, link);
        final ExperienceRing.Reader reader = link.experience().newReader();
        rig.run(1);
        rig.robot.silent = true;
        rig.run(1);
        final List<Long> ends = new ArrayList<>();
        for (ExperienceFrame record = reader.poll(); record != null; record = reader.poll()) {
            ends.add(record.get(ExperienceField.END));
        }
        assertTrue(ends.size() > 50, "records " + ends.size());
        assertEquals((long) EpisodeEnd.FAULT.ordinal(), ends.getLast());
        assertEquals(
                1,
                ends.stream().filter(end -> end != EpisodeEnd.GOES_ON.ordinal()).count());
    }

    @Test
    void refusesToAdaptNothing() {
        final Config config = config(AdaptUse.ON);
        final String line = assertThrows(
                        BundleException.class, () -> AdaptingPolicies.of(config, List.of(), new LearnerLink()))
                .getMessage();
        assertTrue(line.contains("adapt.use = \"on\" (test) needs a policy"), line);
    }

    @Test
    void refusesToAdaptAPolicyThatMovesTheLegsAlone() {
        final Config config = config(AdaptUse.ON);
        final List<PolicyFit> legs = List.of(LtcBundle.targets(config));
        final String line = assertThrows(
                        BundleException.class, () -> AdaptingPolicies.of(config, legs, new LearnerLink()))
                .getMessage();
        assertTrue(line.contains("policy small-ltc cannot adapt: it moves the legs alone"), line);
    }

    /** The learner sends other weights every four seconds, and each of them comes to drive; the JIT compiler may charge some bytes once. */
    @Tag("slow")
    @Test
    void exploresAndChangesWeightsWithoutAllocating() {
        final Config config = config(AdaptUse.ON);
        final LearnerLink link = new LearnerLink();
        final Learner learner = new Learner(config, link);
        final Rig rig = walking(config, link);
        long id = 1;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 8 && least > 0; round++) {
            final long start = threads.getCurrentThreadAllocatedBytes();
            for (int tick = 0; tick < 10_000; tick++) {
                if (tick % 2000 == 0) {
                    learner.send(WeightsRole.TRIAL, id, 1 + 0.01f * (int) (id % 20));
                    id++;
                }
                tickWithLoadedFeet(rig);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        assertEquals(0, least);
        final ExperienceRing.Reader reader = link.experience().newReader();
        learner.send(WeightsRole.TRIAL, id, 1);
        long drove = 0;
        long off = 0;
        for (int tick = 0; tick < 2000; tick++) {
            tickWithLoadedFeet(rig);
            final ExperienceFrame record = reader.poll();
            if (record != null) {
                drove += record.get(ExperienceField.VERSION_ACTED) == id ? 1 : 0;
                off = record.get(ExperienceField.EXPLORATION_OFF);
            }
        }
        assertTrue(drove > 50, "the newest drove in " + drove + " steps, exploration off " + off);
        assertEquals(ExplorationOff.ON.ordinal(), off);
    }

    /** Its foot sensors feel what its torques carry, so that no guard warns of them. */
    private static void tickWithLoadedFeet(final Rig rig) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            rig.robot.says.footForce[leg] = rig.robot.says.tauEst[3 * leg + A1.CALF] > 1 ? 120 : 10;
        }
        rig.blindTick();
    }
}
