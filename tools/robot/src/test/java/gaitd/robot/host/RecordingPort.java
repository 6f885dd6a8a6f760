package gaitd.robot.host;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.robot.warmup.WarmUpRobot;
import gaitd.runtime.config.Config;
import java.util.concurrent.CountDownLatch;

/** A robot that follows its commands, and counts the last damping commands in a row. */
final class RecordingPort implements RobotPort {
    private final WarmUpRobot robot;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Throwable thrown;
    private volatile boolean hangs;
    private volatile int dampedLast;

    RecordingPort(final Config config) {
        robot = new WarmUpRobot(config.periodNs() * 1e-9);
    }

    void throwOnReceive(final Throwable what) {
        thrown = what;
    }

    void hangOnReceive() {
        hangs = true;
    }

    int dampedLast() {
        return dampedLast;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        if (thrown instanceof final RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof final Error error) {
            throw error;
        }
        if (hangs) {
            hang();
        }
        return robot.receive(out, nowNs);
    }

    private void hang() {
        try {
            released.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean send(final JointCommands commands) {
        boolean damping = true;
        for (int i = 0; i < A1.JOINTS; i++) {
            damping &= commands.kp[i] == 0 && commands.tau[i] == 0 && commands.dq[i] == 0 && commands.kd[i] > 0;
        }
        final int before = dampedLast;
        dampedLast = damping ? before + 1 : 0;
        return robot.send(commands);
    }

    @Override
    public PortCounters counters() {
        return robot.counters();
    }

    @Override
    public void close() {
        released.countDown();
    }
}
