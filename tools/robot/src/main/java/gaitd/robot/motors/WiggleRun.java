package gaitd.robot.motors;

import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.MotorProbe;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.bus.RotorCalibration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Moves one motor by a {@link Wiggle}, and damps it however that ends. */
final class WiggleRun {
    private static final long CYCLE_NS = 5_000_000L;
    private static final int MISSED_MAX = 3;
    private static final int DAMPING_CYCLES = 60;
    private static final double DAMPING_KD = 3;

    private final MotorProbe probe;
    private final RotorCalibration zeros;
    private final int joint;
    private final LongSupplier clock;
    private final JointCommands targets = new JointCommands();
    private final MotorCommand command = new MotorCommand();
    private final MotorReply reply = new MotorReply();
    private double greatestRad = Double.NEGATIVE_INFINITY;
    private double leastRad = Double.POSITIVE_INFINITY;
    private double greatestNm;
    private volatile boolean stopped;

    WiggleRun(
            final MotorProbe probe,
            final int id,
            final RotorCalibration zeros,
            final int joint,
            final LongSupplier clock) {
        this.probe = probe;
        this.zeros = zeros;
        this.joint = joint;
        this.clock = clock;
        command.id = id;
    }

    /** Ends it with the next cycle. Any thread. */
    void stop() {
        stopped = true;
    }

    /** Runs it to its end; what went wrong, in words, empty when nothing did. */
    String run(final Wiggle wiggle) {
        if (!answers()) {
            return "motor " + command.id + " does not answer: expected a reply within the time-out; check its power and"
                    + " number with 'gaitd motors scan'";
        }
        if (!wiggle.begin(clock.getAsLong(), qRad(), dqRadS(), tauNm(), reply.temperatureC, reply.error)) {
            return wiggle.problem();
        }
        try {
            return cycles(wiggle);
        } finally {
            damp();
        }
    }

    private boolean answers() {
        for (int i = 0; i < MISSED_MAX; i++) {
            if (probe.ask(command, reply)) {
                return true;
            }
        }
        return false;
    }

    private String cycles(final Wiggle wiggle) {
        int missed = 0;
        long dueNs = clock.getAsLong();
        while (!stopped && wiggle.step(clock.getAsLong(), qRad(), dqRadS(), tauNm(), reply.temperatureC, reply.error)) {
            targets.mode[joint] = MotorMode.SERVO;
            targets.q[joint] = wiggle.targetRad();
            targets.dq[joint] = wiggle.targetRadS();
            targets.kp[joint] = Wiggle.KP_NM_RAD;
            targets.kd[joint] = Wiggle.KD_NM_S_RAD;
            MotorGear.toRotor(targets, joint, zeros, command);
            missed = probe.ask(command, reply) ? 0 : missed + 1;
            if (missed >= MISSED_MAX) {
                return "motor " + command.id + " stopped answering: expected a reply to each command; check its cable";
            }
            greatestRad = Math.max(greatestRad, qRad());
            leastRad = Math.min(leastRad, qRad());
            greatestNm = Math.max(greatestNm, Math.abs(tauNm()));
            dueNs += CYCLE_NS;
            LockSupport.parkNanos(dueNs - clock.getAsLong());
        }
        return stopped ? "stopped before its end; the motor is damped" : wiggle.problem();
    }

    /** For as long as a leg needs to come to rest, then the motor is let go. */
    private void damp() {
        for (int i = 0; i < DAMPING_CYCLES; i++) {
            MotorGear.damp(DAMPING_KD, command);
            probe.ask(command, reply);
            LockSupport.parkNanos(CYCLE_NS);
        }
        command.mode = MotorMode.DAMPING;
        command.damping = 0;
        probe.ask(command, reply);
    }

    private double qRad() {
        return MotorGear.jointRad(reply.positionRad, zeros, joint);
    }

    private double dqRadS() {
        return zeros.direction(joint) * reply.speedRadS / MotorGear.RATIO;
    }

    private double tauNm() {
        return zeros.direction(joint) * reply.torqueNm * MotorGear.RATIO;
    }

    /** From the least to the greatest angle that the joint had, rad. */
    double movedRad() {
        return greatestRad - leastRad;
    }

    /** Greatest torque in size, N m. */
    double greatestNm() {
        return greatestNm;
    }
}
