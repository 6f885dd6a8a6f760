package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.estimate.BodyEstimator;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.function.Consumer;

/** A robot that sways and waves its legs, whose sensors agree until a test spoils them, before the guards of sensors. */
final class SensorStream {
    static final double PERIOD_S = 0.002;
    private static final double SWAY_RAD_S = 2 * Math.PI;

    private static final double[] POSE_RAD = {0, 0.8, -1.6};

    final FaultLatch latch = new FaultLatch(0);
    final Sensed said = new Sensed();
    Mode mode = Mode.WALK;
    double swayRad = 0.1;
    double waveRad = 0.3;
    double waveHz = 2;
    Consumer<Sensed> spoils = sensed -> {};

    private final Sensed accepted = new Sensed();
    private final StateFilter filter = new StateFilter(Config.defaults(), accepted);
    private final SensorGuards guards = new SensorGuards(accepted);
    private final BodyEstimator estimator = new BodyEstimator(PERIOD_S, LegGeometry.A1);
    private final BodyEstimate estimate = new BodyEstimate();
    private final double[] orientation = {1, 0, 0, 0};
    private final double[] before = new double[3];
    private long states;

    SensorStream() {
        for (int i = 0; i < A1.JOINTS; i++) {
            said.motorTemperatureC[i] = 30;
        }
    }

    /** One state that agrees but for what spoils it. */
    void tick() {
        states++;
        final double t = states * PERIOD_S;
        inertial(t);
        for (int i = 0; i < A1.JOINTS; i++) {
            final double phase = 2 * Math.PI * waveHz * t + i;
            said.q[i] = POSE_RAD[i % A1.JOINTS_PER_LEG] + waveRad * Math.sin(phase);
            said.dq[i] = waveRad * 2 * Math.PI * waveHz * Math.cos(phase);
            said.tauEst[i] = 0.1 * Math.cos(phase);
        }
        said.robotTick = states * 2;
        said.sequence = states;
        said.receivedAtNs = states * 2_000_000L;
        final Sensed out = filter.arrived;
        out.set(said);
        spoils.accept(out);
        latch.beginTick(states, mode.ordinal());
        filter.update(true, said.receivedAtNs, mode, latch);
        estimator.update(accepted, estimate);
        guards.update(filter, estimate, mode, latch);
    }

    private void inertial(final double t) {
        for (int i = 0; i < 3; i++) {
            said.gyro[i] = swayRad * SWAY_RAD_S * Math.cos(SWAY_RAD_S * t + i);
        }
        final double half = PERIOD_S / 2;
        Quaternions.turn(
                orientation,
                half * (before[0] + said.gyro[0]),
                half * (before[1] + said.gyro[1]),
                half * (before[2] + said.gyro[2]));
        System.arraycopy(said.gyro, 0, before, 0, 3);
        orient(orientation, said);
    }

    /** Makes orientation, angles and specific force those of an orientation at rest. */
    static void orient(final double[] q, final Sensed out) {
        System.arraycopy(q, 0, out.quaternion, 0, 4);
        out.rpy[0] = Math.atan2(2 * (q[0] * q[1] + q[2] * q[3]), 1 - 2 * (q[1] * q[1] + q[2] * q[2]));
        out.rpy[1] = Math.asin(2 * (q[0] * q[2] - q[3] * q[1]));
        out.rpy[2] = Math.atan2(2 * (q[0] * q[3] + q[1] * q[2]), 1 - 2 * (q[2] * q[2] + q[3] * q[3]));
        out.accelerometer[0] = Gravity.M_S2 * 2 * (q[1] * q[3] - q[0] * q[2]);
        out.accelerometer[1] = Gravity.M_S2 * 2 * (q[2] * q[3] + q[0] * q[1]);
        out.accelerometer[2] = Gravity.M_S2 * (1 - 2 * (q[1] * q[1] + q[2] * q[2]));
    }

    /** Ticks for a while, or until something is latched; says how long it took. */
    double run(final double seconds) {
        double ran = 0;
        while (ran < seconds - PERIOD_S / 2 && !latch.isTripped()) {
            tick();
            ran += PERIOD_S;
        }
        return ran;
    }

    /** Agrees for a while, is then spoilt for a while; gives what is latched. */
    Fault spoilt(final double seconds, final Consumer<Sensed> spoiler) {
        run(1.5);
        if (latch.isTripped()) {
            throw new AssertionError("latched before anything was spoilt: " + latch.first());
        }
        spoils = spoiler;
        run(seconds);
        return latch.first();
    }
}
