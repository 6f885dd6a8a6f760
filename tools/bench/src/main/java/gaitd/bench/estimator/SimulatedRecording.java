package gaitd.bench.estimator;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.maths.EulerAngles;
import gaitd.policies.learn.RandomStream;
import gaitd.robot.world.World;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.Engine;
import gaitd.sim.engine.SimState;
import gaitd.sim.env.WalkStart;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;

/**
 * A recording of the simulated A1 of the same kind as real ones: a walk without a policy whose velocity changes every few seconds, at
 * half the control rate, IMU values as means, with counts and torques. The seed decides everything.
 */
final class SimulatedRecording {
    private static final int TICKS_PER_ROW = 2;
    private static final double STEER_S = 4;
    /** A foot is in contact under more than that, N. */
    private static final double STANDS_N = 1;

    private final Config config;
    private final double[] marker;
    private final SimulatedA1 robot;
    private final ControlStages stages;
    private final double[] timeS;
    private final double[][] values = new double[Column.values().length][];
    private double yawRad;

    private SimulatedRecording(final Config config, final double seconds, final long seed, final double[] marker) {
        this.config = config;
        this.marker = marker.clone();
        robot = new World(Terrain.FLAT, seed, null, Engine.EMBEDDED).robot(config);
        stages = new ControlStages(config, new WalkingPolicy[0], () -> 0);
        final int rows = (int) Math.rint(seconds * 1e9 / config.periodNs() / TICKS_PER_ROW);
        timeS = new double[rows];
        for (final Column column : Column.values()) {
            values[column.ordinal()] = new double[rows * column.parts.length];
        }
    }

    /**
     * Walks and records.
     *
     * @param config of the controller, and what the robot is drawn from
     * @param seconds length
     * @param seed decides sensor noise, the robot drawn and the velocities
     * @param marker place of the marker from the trunk's origin, trunk axes, m
     * @return the recording
     */
    static Recording make(final Config config, final double seconds, final long seed, final double[] marker) {
        final SimulatedRecording walk = new SimulatedRecording(config, seconds, seed, marker);
        walk.run(new RandomStream(seed));
        return new Recording(
                "simulated, seed " + seed, TICKS_PER_ROW * config.periodNs() * 1e-9, walk.timeS, walk.values);
    }

    private void run(final RandomStream random) {
        try (robot) {
            final ControlLoop loop = new ControlLoop(
                    stages,
                    new LockstepPort(robot, config.periodNs()),
                    CommandSource.NOBODY,
                    new FrameWriter(new TickRing()));
            WalkStart.onFeet(robot, stages, config);
            final long[] nowNs = new long[1];
            final TickTiming timing = new TickTiming(() -> nowNs[0]);
            final long steer = Math.round(STEER_S * 1e9 / config.periodNs());
            final double[] imu = new double[6];
            for (int tick = 0; tick < TICKS_PER_ROW * timeS.length; tick++) {
                if (tick % steer == 0) {
                    stages.operator.vx = 0.05 + 0.35 * random.nextDouble();
                    stages.operator.vy = 0.1 * (2 * random.nextDouble() - 1);
                    stages.operator.yawRate = 0.4 * (2 * random.nextDouble() - 1);
                }
                if (tick % TICKS_PER_ROW == TICKS_PER_ROW - 1) {
                    recordTruth(tick / TICKS_PER_ROW, robot.truth());
                }
                timing.scheduledNs = nowNs[0];
                timing.startedNs = nowNs[0];
                loop.tick(timing);
                timing.tick++;
                nowNs[0] += config.periodNs();
                for (int i = 0; i < 3; i++) {
                    imu[i] += stages.sensed.gyro[i] / TICKS_PER_ROW;
                    imu[3 + i] += stages.sensed.accelerometer[i] / TICKS_PER_ROW;
                }
                if (tick % TICKS_PER_ROW == TICKS_PER_ROW - 1) {
                    recordSensors(tick / TICKS_PER_ROW, nowNs[0] * 1e-9, imu);
                    Arrays.fill(imu, 0);
                }
            }
        }
    }

    /** What the controller sensed in the tick that has just been. */
    private void recordSensors(final int row, final double atS, final double[] imu) {
        final Sensed sensed = stages.sensed;
        timeS[row] = atS;
        put(Column.GYRO, row, imu, 0);
        put(Column.ACCELEROMETER, row, imu, 3);
        put(Column.Q, row, sensed.q, 0);
        put(Column.DQ, row, sensed.dq, 0);
        put(Column.TORQUE, row, sensed.tauEst, 0);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            values[Column.FOOT.ordinal()][A1.LEGS * row + leg] = sensed.footForce[leg];
        }
    }

    /** Where the robot is at the beginning of a tick: what the tick senses is of that moment. */
    private void recordTruth(final int row, final SimState truth) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            values[Column.CONTACT.ordinal()][A1.LEGS * row + leg] = truth.footForce[3 * leg + 2] > STANDS_N ? 1 : 0;
        }
        final double[] rpy = rollPitchYaw(truth.baseQuaternion);
        put(Column.TRUE_RPY, row, rpy, 0);
        final double[] r = new double[9];
        EulerAngles.matrix(rpy, r);
        for (int i = 0; i < 3; i++) {
            values[Column.TRUE_XYZ.ordinal()][3 * row + i] =
                    truth.basePosition[i] + r[3 * i] * marker[0] + r[3 * i + 1] * marker[1] + r[3 * i + 2] * marker[2];
        }
    }

    private void put(final Column column, final int row, final double[] from, final int offset) {
        System.arraycopy(from, offset, values[column.ordinal()], row * column.parts.length, column.parts.length);
    }

    /** Yaw goes on over a turn. */
    private double[] rollPitchYaw(final double[] q) {
        final double[] rpy = new double[3];
        EulerAngles.of(q, rpy);
        yawRad += EulerAngles.wrapped(rpy[2] - yawRad);
        rpy[2] = yawRad;
        return rpy;
    }
}
