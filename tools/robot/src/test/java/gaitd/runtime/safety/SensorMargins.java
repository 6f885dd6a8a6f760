package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.maths.EulerAngles;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.Scenario;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The greatest value that each comparison of sensors reached in a run in lock-step, from its frames. */
final class SensorMargins implements RunMonitor {
    /** What is compared; the limit is that of the guard. */
    enum Measure {
        RPY(0.1),
        GYRO(0.12),
        GRAVITY(0.35),
        FORCE(3),
        FROZEN_STATES(25),
        JUMP(0.03),
        SPEED(0.15),
        FROZEN_JOINT_S(0.1),
        FOOT_RISE(3);

        final double limit;

        Measure(final double limit) {
            this.limit = limit;
        }
    }

    private final Map<Measure, Double> greatest = new EnumMap<>(Measure.class);
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();
    private final double periodS;
    private final BodyEstimator estimator;
    private final GyroIntegral integral = new GyroIntegral();
    private final GravitySense gravity = new GravitySense();
    private final FrozenImu frozenImu = new FrozenImu();
    private final JointTravel travel = new JointTravel();
    private final FrozenJoints frozenJoints = new FrozenJoints();
    private final FootCounts[] feet = new FootCounts[A1.LEGS];
    private final double[] angles = new double[4];
    private final double[] difference = new double[4];

    SensorMargins(final double periodS) {
        this.periodS = periodS;
        estimator = new BodyEstimator(periodS, LegGeometry.A1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            feet[leg] = new FootCounts();
            feet[leg].reset();
        }
        for (final Measure measure : Measure.values()) {
            greatest.put(measure, measure == Measure.FOOT_RISE ? Double.POSITIVE_INFINITY : 0.0);
        }
    }

    @Override
    public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
        if (frame.get(TickField.STATES_ACCEPTED) == 0) {
            return;
        }
        read(frame);
        estimator.update(sensed, estimate);
        EulerAngles.quaternion(sensed.rpy, angles);
        Quaternions.between(angles, sensed.quaternion, difference);
        gravity.update(sensed, periodS);
        frozenImu.judge(sensed, periodS);
        travel.judge(sensed, periodS);
        frozenJoints.judge(sensed, periodS);
        final double gyro = integral.angleRad(sensed, periodS);
        if (frame.get(TickField.MODE) == Mode.PASSIVE.ordinal()) {
            return;
        }
        put(Measure.RPY, Quaternions.angle(difference));
        put(Measure.GYRO, gyro);
        put(Measure.GRAVITY, gravity.angleRad());
        put(Measure.FORCE, gravity.excessMS2());
        put(Measure.FROZEN_STATES, frozenImu.states());
        for (int i = 0; i < A1.JOINTS; i++) {
            put(Measure.JUMP, Math.abs(travel.turnedRad(i)) - 30 * periodS);
            put(Measure.SPEED, Math.abs(travel.differenceRad(i)));
            put(Measure.FROZEN_JOINT_S, frozenJoints.frozenS(i));
        }
        if (frame.get(TickField.MODE) == Mode.WALK.ordinal()) {
            for (int leg = 0; leg < A1.LEGS; leg++) {
                feet[leg].add(sensed.footForce[leg], estimate.footForceN[leg], periodS);
                if (feet[leg].rise() != 0) {
                    greatest.merge(Measure.FOOT_RISE, feet[leg].rise(), Math::min);
                }
            }
        }
    }

    /** How near it came: the greatest value over the limit, or for what must be greater, the limit over the least. */
    double share(final Measure measure) {
        final double value = greatest.get(measure);
        return measure == Measure.FOOT_RISE ? measure.limit / value : value / measure.limit;
    }

    private void put(final Measure measure, final double value) {
        greatest.merge(measure, value, Math::max);
    }

    private void read(final TickFrame frame) {
        reals(frame, TickField.Q, sensed.q);
        reals(frame, TickField.DQ, sensed.dq);
        reals(frame, TickField.TAU, sensed.tauEst);
        reals(frame, TickField.QUATERNION, sensed.quaternion);
        reals(frame, TickField.GYRO, sensed.gyro);
        reals(frame, TickField.ACCELEROMETER, sensed.accelerometer);
        reals(frame, TickField.RPY, sensed.rpy);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sensed.footForce[leg] = (int) frame.get(TickField.FOOT_FORCE, leg);
        }
    }

    private static void reals(final TickFrame frame, final TickField field, final double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = frame.real(field, i);
        }
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder();
        greatest.forEach((measure, value) ->
                text.append(String.format(Locale.ROOT, "%s %.4g/%.4g  ", measure, value, measure.limit)));
        return text.toString();
    }
}
