package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.HistoryLayout;
import gaitd.policies.bundle.HistoryOrder;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.TermFacts;
import gaitd.policies.cpg.Gait;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.gait.LocomotionController;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.VelocityTarget;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What networks see, and what their outputs mean. */
class RowsTest {
    private static final Set<ActedSignal> RATES =
            EnumSet.of(ActedSignal.JOINT_OFFSET_RATE, ActedSignal.OSCILLATOR_HEADING_RATE);

    private final Config config = Config.defaults();
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();
    private final VelocityTarget target = new VelocityTarget(config);
    private final LocomotionController locomotion = new LocomotionController(config);
    private final RobotSignals robot =
            new RobotSignals(sensed, estimate, target, locomotion.walk(), new ActionSlew(Config.defaults()));
    private final double[] pose = IntStream.range(0, 12).mapToDouble(i -> i).toArray();
    private final float[] lastOutput = {7, 8, 9};

    RowsTest() {
        for (int i = 0; i < 12; i++) {
            sensed.q[i] = 2 * i;
            sensed.dq[i] = 3 * i;
            robot.slew.applied[PolicyInput.OFFSET + i] = 4 * i;
            robot.slew.appliedRate[PolicyInput.OFFSET + i] = 5 * i;
        }
        for (int i = 0; i < 3; i++) {
            sensed.gyro[i] = i + 0.1;
            sensed.accelerometer[i] = i + 0.2;
            estimate.velocityWorld[i] = i + 0.3;
        }
        // A quarter turn of roll: the trunk's y axis points up.
        System.arraycopy(new double[] {1, 0, 0, 0, 0, -1, 0, 1, 0}, 0, estimate.rotation, 0, 9);
        estimate.roll = 0.4;
        estimate.pitch = 0.5;
        estimate.position[2] = 0.25;
        estimate.contact[1] = true;
        final OperatorCommand wish = new OperatorCommand();
        wish.vx = 0.3;
        wish.vy = 0.2;
        wish.yawRate = 0.1;
        for (int i = 0; i < 1000; i++) {
            target.update(wish, true, 1, Gait.TROT, 0);
        }
        final HopfOscillators cpg = locomotion.walk().oscillators();
        for (int leg = 0; leg < 4; leg++) {
            cpg.r[leg] = 1 + 0.1 * leg;
            cpg.rDot[leg] = 0.2 * leg;
            cpg.theta[leg] = 0.3 * leg;
            cpg.thetaDot[leg] = 2 * Math.PI * leg;
            cpg.phi[leg] = 0.4 * leg;
            cpg.phiDot[leg] = 0.5 * leg;
        }
    }

    private double[] expected(final ObservedSignal signal) {
        return switch (signal) {
            case JOINT_POSITION -> by12(2);
            case JOINT_OFFSET -> by12(1);
            case JOINT_VELOCITY -> by12(3);
            case FOOT_CONTACT -> new double[] {0, 1, 0, 0};
            case ROLL_PITCH -> new double[] {0.4, 0.5};
            case GRAVITY -> new double[] {0, -1, 0};
            case ANGULAR_VELOCITY -> new double[] {0.1, 1.1, 2.1};
            case LINEAR_VELOCITY -> new double[] {0.3, 2.3, -1.3};
            case LINEAR_ACCELERATION -> new double[] {0.2, 1.2 - 9.81, 2.2};
            case HEIGHT -> new double[] {0.25};
            case GROUND_SLOPE -> new double[] {0, 0};
            case GROUND_HEIGHT -> new double[] {0, 0, 0, 0};
            case COMMAND -> new double[] {0.3, 0.2, 0.1};
            case OSCILLATOR_AMPLITUDE -> new double[] {1, 1.1, 1.2, 1.3};
            case OSCILLATOR_AMPLITUDE_RATE -> new double[] {0, 0.2, 0.4, 0.6};
            case OSCILLATOR_PHASE -> new double[] {0, 0.3, 0.6, 0.9};
            case OSCILLATOR_PHASE_SIN -> new double[] {0, Math.sin(0.3), Math.sin(0.6), Math.sin(0.9)};
            case OSCILLATOR_PHASE_COS -> new double[] {1, Math.cos(0.3), Math.cos(0.6), Math.cos(0.9)};
            case OSCILLATOR_FREQUENCY -> new double[] {0, 1, 2, 3};
            case OSCILLATOR_HEADING -> new double[] {0, 0.4, 0.8, 1.2};
            case OSCILLATOR_HEADING_RATE -> new double[] {0, 0.5, 1, 1.5};
            case RESIDUAL -> by12(4);
            case RESIDUAL_RATE -> by12(5);
            case LAST_ACTION -> new double[] {7, 8, 9};
            case PREVIOUS_ACTION -> new double[] {0, 0, 0};
            case LAST_ACTION_SCALED -> new double[] {0.7, 0.8};
            case CLOCK_PHASE -> new double[] {0.25, 0.75};
            case CLOCK_SIN -> new double[] {1, -1};
            case CLOCK_COS -> new double[] {0, 0};
            case CONSTANT -> new double[] {1, 1};
        };
    }

    private static double[] by12(final double factor) {
        return IntStream.range(0, 12).mapToDouble(i -> factor * i).toArray();
    }

    private ObservationRow row(final ObservedSignal signal, final Scaling scaling) {
        return row(signal, scaling, JointOrder.ROBOT);
    }

    private ObservationRow row(final ObservedSignal signal, final Scaling scaling, final JointOrder order) {
        final TermFacts clock =
                new TermFacts(1, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, 0.4, List.of(0.0, 0.5), 0);
        return new ObservationRow(
                new ObservedSignal[] {signal},
                new int[] {scaling.size()},
                new TermFacts[] {signal.isClock() ? clock : TermFacts.NONE},
                scaling,
                pose,
                order);
    }

    @ParameterizedTest
    @EnumSource
    void everySignalIsSeen(final ObservedSignal signal) {
        final double[] expected = expected(signal);
        assertTrue(signal.size == 0 || signal.size == expected.length);
        final ObservationRow row = row(signal, FakeCell.scaling(expected.length, 1000));
        row.update(robot, lastOutput, new double[] {0.7, 0.8}, 0.5);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], row.input[i], 1e-5, signal + " " + i);
        }
    }

    @Test
    void subtractsScalesAndClamps() {
        final ObservationRow row = row(
                ObservedSignal.COMMAND,
                new Scaling(
                        new double[] {2, 2, -10}, new double[] {0.1, 0, 0}, new double[] {-1, -1, -0.5}, new double[] {
                            1, 0.3, 1
                        }));
        row.update(robot, lastOutput, 0);
        assertArrayEquals(new float[] {0.4f, 0.3f, -0.5f}, row.input, 1e-6f);
    }

    @Test
    void theActionBeforeTheLastIsThatOfOneStepBefore() {
        final ObservationRow row = row(ObservedSignal.PREVIOUS_ACTION, FakeCell.scaling(3, 100));
        for (final float[][] step :
                new float[][][] {{{0, 0, 0}, {1, 2, 3}}, {{1, 2, 3}, {4, 5, 6}}, {{4, 5, 6}, {7, 8, 9}}}) {
            row.update(robot, step[1], 0);
            assertArrayEquals(step[0], row.input);
        }
        row.reset();
        row.update(robot, lastOutput, 0);
        assertArrayEquals(new float[3], row.input);
    }

    @Test
    void listsSignalsInOrder() {
        final ObservationRow row = new ObservationRow(
                new ObservedSignal[] {ObservedSignal.HEIGHT, ObservedSignal.LAST_ACTION},
                new int[] {1, 3},
                FakeCell.scaling(4, 100),
                pose,
                JointOrder.ROBOT);
        row.update(robot, lastOutput, 0);
        assertArrayEquals(new float[] {0.25f, 7, 8, 9}, row.input, 1e-6f);
    }

    /** Joints by kind with the left legs first; legs follow. */
    @Test
    void everyValueComesFromItsJointAndLegWhateverTheirOrder() {
        final int[] byKind = {3, 0, 9, 6, 4, 1, 10, 7, 5, 2, 11, 8};
        final int[] legs = {1, 0, 3, 2};
        for (final ObservedSignal signal : ObservedSignal.values()) {
            final double[] expected = expected(signal);
            final Scaling scaling = FakeCell.scaling(expected.length, 1000);
            final ObservationRow row = row(signal, scaling, new JointOrder(byKind));
            row.update(robot, lastOutput, new double[] {0.7, 0.8}, 0.5);
            for (int i = 0; i < expected.length; i++) {
                final int place = signal.size == 12 ? byKind[i] : signal.size == 4 ? legs[i] : i;
                assertEquals(expected[place], row.input[i], 1e-5, signal + " " + i);
            }
        }
    }

    /** Each output moves its own joint or leg, whatever the order. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOINT_TARGET")
    void everyOutputGoesToItsJointOrLegWhateverTheirOrder(final ActedSignal signal) {
        final int[] byKind = {3, 0, 9, 6, 4, 1, 10, 7, 5, 2, 11, 8};
        final int[] legs = {1, 0, 3, 2};
        final double[] limits = new double[PolicyInput.ACTIONS];
        Arrays.fill(limits, 1);
        final ActionRow row = new ActionRow(
                new ActedSignal[] {signal}, FakeCell.scaling(signal.size, 3), limits, new JointOrder(byKind), null);
        for (int i = 0; i < signal.size; i++) {
            final float[] output = new float[signal.size];
            row.reset();
            row.take(output, 0.01);
            row.update(robot);
            final double[] rest = row.wanted.clone();
            output[i] = 1;
            row.take(output, 0.01);
            row.update(robot);
            for (int place = 0; place < PolicyInput.ACTIONS; place++) {
                final int mine = slot(signal) + placeOf(signal, byKind, legs, i);
                assertEquals(place == mine, row.wanted[place] != rest[place], signal + " " + i + " at " + place);
            }
        }
    }

    private static int placeOf(final ActedSignal signal, final int[] joints, final int[] legs, final int i) {
        return switch (signal.size) {
            case 12 -> signal == ActedSignal.FOOT_OFFSET ? 3 * legs[i / 3] + i % 3 : joints[i];
            case 4 -> legs[i];
            default -> i;
        };
    }

    private static int slot(final ActedSignal signal) {
        return switch (signal) {
            case OSCILLATOR_AMPLITUDE, OSCILLATOR_AMPLITUDE_OFFSET -> PolicyInput.AMPLITUDE;
            case OSCILLATOR_FREQUENCY, OSCILLATOR_FREQUENCY_OFFSET -> PolicyInput.FREQUENCY;
            case OSCILLATOR_HEADING_RATE, OSCILLATOR_HEADING_OFFSET -> PolicyInput.DIRECTION;
            case JOINT_OFFSET, JOINT_OFFSET_RATE, JOINT_TARGET -> PolicyInput.OFFSET;
            case SWING_HEIGHT_OFFSET -> PolicyInput.SWING;
            case FOOT_OFFSET -> PolicyInput.FOOT;
            case TRUNK_HEIGHT_OFFSET -> PolicyInput.HEIGHT;
            case TRUNK_TILT_OFFSET -> PolicyInput.TILT;
        };
    }

    private ActionRow row(final ActedSignal... signals) {
        final double[] limits = new double[PolicyInput.ACTIONS];
        Arrays.fill(limits, 0.05);
        final int size = Arrays.stream(signals).mapToInt(s -> s.size).sum();
        return new ActionRow(signals, FakeCell.scaling(size, 3), limits, JointOrder.ROBOT, null);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOINT_TARGET")
    void everyActionHasItsPlace(final ActedSignal signal) {
        final ActionRow row = row(signal);
        final float[] output = new float[signal.size];
        Arrays.fill(output, 1.5f);
        row.take(output, 0.01);
        row.update(robot);
        final double base = switch (signal) {
            case OSCILLATOR_AMPLITUDE -> robot.baseAmplitude(0);
            case OSCILLATOR_FREQUENCY -> robot.baseFrequencyHz();
            default -> 0;
        };
        final double expected = RATES.contains(signal) ? 0.015 : 1.5 - base;
        for (int i = 0; i < PolicyInput.ACTIONS; i++) {
            final boolean mine = i >= slot(signal) && i < slot(signal) + signal.size;
            assertEquals(mine ? expected : 0, row.wanted[i], 1e-9, signal + " " + i);
        }
    }

    @Test
    void ratesAddUpToTheWalksLimitsAndNoFurther() {
        final ActionRow row = row(ActedSignal.JOINT_OFFSET_RATE);
        final float[] output = new float[12];
        output[0] = 1;
        output[1] = -2;
        for (int step = 0; step < 4; step++) {
            row.take(output, 0.01);
        }
        row.update(robot);
        assertEquals(0.04, row.wanted[PolicyInput.OFFSET], 1e-9);
        assertEquals(-0.05, row.wanted[PolicyInput.OFFSET + 1], 1e-9);
        row.reset();
        row.update(robot);
        assertEquals(0, row.wanted[PolicyInput.OFFSET]);
    }

    @Test
    void tellsTheOutputFarthestOutsideInWidthsOfItsBounds() {
        final ActionRow row = row(ActedSignal.OSCILLATOR_FREQUENCY_OFFSET);
        row.take(new float[] {0, 3.6f, -6, 1}, 0.01);
        assertEquals(2, row.worst());
        assertEquals(0.5, row.worstExcess(), 1e-9);
        row.take(new float[] {0, 3, -3, 1}, 0.01);
        assertEquals(-1, row.worst());
        assertEquals(0, row.worstExcess());
    }
}
