package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** An adapting cell of fake networks with its stage, stepped every fifth tick, and the learner's end of its link. */
final class AdaptRig {
    static final int TICKS_PER_STEP = 5;
    static final double STEP_S = 0.01;
    /** Steps of a window of 2 s. */
    static final int WINDOW = 200;
    /** Steps of a blend. */
    static final int BLEND = 50;

    static final long MARK = 77;
    /** What the shipped network gives for an input of 1. */
    static final double SHIPPED = 0.25;
    /** Of the outputs' bounds, in the network's unit. */
    static final double HALF = 2;

    final Config config;
    final LearnerLink learner = new LearnerLink();
    final PolicySlot slot = learner.weights();
    final WeightsMessage message = new WeightsMessage(FakeNetwork.WEIGHTS);
    final FakeNetwork[] networks = {new FakeNetwork(), new FakeNetwork(), new FakeNetwork()};
    final Sensed sensed = new Sensed();
    final BodyEstimate estimate = new BodyEstimate();
    final FaultLatch latch = new FaultLatch();
    final AdaptiveCell cell;
    final AdaptStage stage;
    final float[] input = {1};
    final float[] output = new float[FakeNetwork.OUTPUTS];
    final VelocityTarget target;
    Mode mode = Mode.WALK;
    boolean slowing;
    double share = 1;

    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[message.bytesLong()]);
    private final ExperienceRing.Reader reader = learner.experience().newReader();
    private long tick;

    AdaptRig() {
        this(quiet().conclude(), true);
    }

    AdaptRig(final Config config, final boolean mayDrive) {
        this.config = config;
        target = new VelocityTarget(config);
        final double[] half = new double[FakeNetwork.OUTPUTS];
        Arrays.fill(half, HALF);
        for (final FakeNetwork network : networks) {
            for (int i = 0; i < FakeNetwork.OUTPUTS; i++) {
                network.weights[i] = (float) SHIPPED;
            }
        }
        cell = new AdaptiveCell(config, networks.clone(), half, MARK, mayDrive, STEP_S, learner);
        stage = new AdaptStage(cell, sensed, estimate, target, latch);
    }

    /** Adapting is on, without exploration. */
    static Config.Builder quiet() {
        return new Config.Builder()
                .set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "test")
                .set(Setting.ADAPT_DEVIATION, 0, "test")
                .set(Setting.ADAPT_BOX, 0.3, "test")
                .set(Setting.ADAPT_WINDOW_S, WINDOW * STEP_S, "test");
    }

    /** Publishes weights that give for an input of 1 the shipped output and so many half widths more, and a slope. */
    void send(final WeightsRole role, final long id, final double more, final double slope) {
        for (int i = 0; i < FakeNetwork.OUTPUTS; i++) {
            message.weights[i] = (float) (SHIPPED + HALF * more);
            message.weights[FakeNetwork.OUTPUTS + i] = (float) (HALF * slope);
        }
        send(role, id);
    }

    /** Publishes the message's weights. */
    void send(final WeightsRole role, final long id) {
        message.id = id;
        message.parent = 0;
        message.shipped = MARK;
        message.role = role;
        message.write(bytes);
        slot.publish(bytes, message.bytesLong(), WeightsMessage.FORMAT);
    }

    /** One tick without a step. */
    void tick() {
        stage.update(tick, mode, slowing, share, Gait.TROT);
        tick++;
    }

    /** The ticks up to the next step, and the step; the record of the step before, or null when there was none. */
    ExperienceFrame step() {
        for (int i = 0; i < TICKS_PER_STEP; i++) {
            tick();
        }
        cell.step(input, STEP_S, output);
        for (int i = 0; i < FakeNetwork.OUTPUTS; i++) {
            final double box = config.get(Setting.ADAPT_BOX) * HALF;
            assertTrue(Math.abs(output[i] - networks[0].weights[i] * input[0]) <= box + 1e-6, "output " + output[i]);
        }
        return reader.poll();
    }

    /** Some steps; the record of the one before the last. */
    ExperienceFrame steps(final int count) {
        ExperienceFrame last = null;
        for (int i = 0; i < count; i++) {
            last = step();
        }
        return last;
    }

    /** The next record, or null. */
    ExperienceFrame record() {
        return reader.poll();
    }

    /** How far the output is from the shipped one, in half widths. */
    double more() {
        return (output[1] - SHIPPED * input[0]) / HALF;
    }

    TrialPhase phase() {
        return cell.trials.phase();
    }

    /** A candidate that drives its window: sent as a trial, through its shadow and the incumbent's window. */
    void toCandidatesWindow(final long id, final double more) {
        send(WeightsRole.TRIAL, id, more, 0);
        steps(2 + 2 * WINDOW + BLEND + 5);
        assertEquals(TrialPhase.CANDIDATE_WINDOW, phase());
        assertEquals(more, more(), 1e-6);
    }

    static WeightsCheck check(final ExperienceFrame record) {
        return WeightsCheck.values()[(int) record.get(ExperienceField.WEIGHTS_CHECK)];
    }
}
