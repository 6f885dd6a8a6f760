package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.robot.host.PacedRobot;
import java.util.Locale;

/**
 * A motor moves its joint a little and back, alone and softly: the joint has to follow, with the torque that its command asks for, every other joint
 * has to stay, and the person has to have seen the right leg move the right way. Whatever goes beyond its limit lets the joint go at once.
 */
final class MotorStep implements HourStep {
    /** How far it moves, rad. */
    static final double AMPLITUDE_RAD = 0.15;
    /** Stiffness, N m/rad. */
    static final double KP = 20;
    /** Damping, N m s/rad. */
    static final double KD = 1;
    /** Greatest torque, N m. */
    static final double TORQUE_MAX_NM = 8;
    /** Greatest speed, rad/s. */
    static final double SPEED_MAX_RAD_S = 3;
    /** Greatest distance from where it should be, rad. */
    static final double BEHIND_MAX_RAD = 0.3;
    /** Greatest speed of another joint, rad/s. */
    static final double OTHERS_MAX_RAD_S = 1.5;
    /** Least and greatest movement, as shares of what is asked for. */
    static final double FOLLOWED_LEAST = 0.6;

    static final double FOLLOWED_MOST = 1.4;
    /** Greatest movement of another joint, as a share of what is asked for. */
    static final double OTHERS_MOST = 0.5;
    /** Greatest movement of any joint of a robot that hangs still, rad. */
    static final double STILL_RAD = 0.01;
    /** For how long, s. */
    static final double STILL_S = 1;
    /** Longest time until it does, s. */
    static final double SETTLE_MAX_S = 15;
    /** Greatest mean difference of the torque from what its command asks for, N m, and as a share of that. */
    static final double TORQUE_OFF_NM = 1;

    static final double TORQUE_OFF_SHARE = 0.3;

    private static final double RAMP_S = 0.5;
    private static final double MOVE_S = 2.5;

    private final int joint;
    private final double[] start = new double[A1.JOINTS];
    private int sign;
    private double followed;
    private double othersMoved;
    private int otherMoved;
    private double torqueOff;
    private double torqueAsked;
    private int samples;
    private String beyond;

    MotorStep(final int joint) {
        this.joint = joint;
    }

    @Override
    public HourPart part() {
        return HourPart.MOTORS;
    }

    @Override
    public String name() {
        return A1.jointName(joint) + " moved by its motor";
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        begin(robot.sensed());
        final String leg = JointMove.leg(joint / A1.JOINTS_PER_LEG);
        robot.ask(
                person,
                "Hands away from the legs. The " + leg + " leg will " + JointMove.words(joint, sign)
                        + " by 9 degrees and back. Press Enter.",
                sensed -> {});
        if (!hangsStill(robot)) {
            return Found.wrong("the legs do not come to rest: expected no joint to move by " + STILL_RAD + " rad for "
                    + STILL_S + " s; nothing may touch or swing them");
        }
        begin(robot.sensed());
        move(robot);
        robot.limp();
        final Found measured = judge();
        if (!measured.passed()) {
            return measured;
        }
        final String seen = robot.ask(
                person,
                "Did the " + leg + " leg " + JointMove.words(joint, sign) + " and back, and no other? Type y or n.",
                sensed -> {});
        return seen.equalsIgnoreCase("y") || seen.equalsIgnoreCase("yes")
                ? measured
                : Found.wrong(measured.text() + ", but its person saw something else ('" + seen
                        + "'): motors are in another order, or a sign is wrong on both sides");
    }

    /** Limp legs sink and swing for a while before they hang. */
    private boolean hangsStill(final HungRobot robot) {
        final double[] rest = robot.sensed().q.clone();
        double stillS = 0;
        for (double s = 0; s < SETTLE_MAX_S && stillS < STILL_S; s += PacedRobot.PERIOD_S) {
            robot.cycle();
            stillS += PacedRobot.PERIOD_S;
            for (int j = 0; j < A1.JOINTS; j++) {
                if (Math.abs(robot.sensed().q[j] - rest[j]) > STILL_RAD) {
                    System.arraycopy(robot.sensed().q, 0, rest, 0, A1.JOINTS);
                    stillS = 0;
                }
            }
        }
        return stillS >= STILL_S;
    }

    private void begin(final Sensed sensed) {
        System.arraycopy(sensed.q, 0, start, 0, A1.JOINTS);
        final double room = A1.positionMaxRad(joint) - start[joint];
        sign = joint % A1.JOINTS_PER_LEG == A1.HIP ? JointMove.outwardSign(joint) : room > 2 * AMPLITUDE_RAD ? 1 : -1;
        followed = 0;
        othersMoved = 0;
        torqueOff = 0;
        torqueAsked = 0;
        samples = 0;
        beyond = null;
    }

    private void move(final HungRobot robot) {
        final JointCommands commands = robot.commands();
        for (double s = 0; s < RAMP_S + MOVE_S && beyond == null; s += PacedRobot.PERIOD_S) {
            final double turns = Math.max(0, s - RAMP_S) / MOVE_S;
            commands.kp[joint] = KP * Math.min(1, s / RAMP_S);
            commands.kd[joint] = KD;
            commands.q[joint] = start[joint] + sign * AMPLITUDE_RAD * (1 - StrictMath.cos(2 * Math.PI * turns)) / 2;
            commands.dq[joint] =
                    sign * AMPLITUDE_RAD * Math.PI / MOVE_S * (s < RAMP_S ? 0 : StrictMath.sin(2 * Math.PI * turns));
            if (robot.cycle()) {
                follow(robot.sensed(), commands);
            }
        }
    }

    private void follow(final Sensed sensed, final JointCommands commands) {
        final double asked = commands.kp[joint] * (commands.q[joint] - sensed.q[joint])
                + commands.kd[joint] * (commands.dq[joint] - sensed.dq[joint]);
        torqueOff += Math.abs(sensed.tauEst[joint] - asked);
        torqueAsked += Math.abs(asked);
        samples++;
        final double moved = sensed.q[joint] - start[joint];
        followed = Math.abs(moved) > Math.abs(followed) ? moved : followed;
        for (int j = 0; j < A1.JOINTS; j++) {
            final double other = Math.abs(sensed.q[j] - start[j]);
            if (j != joint && other > othersMoved) {
                othersMoved = other;
                otherMoved = j;
            }
        }
        beyond = beyondLimits(sensed, commands.q[joint]);
    }

    /**
     * What is beyond its limit.
     *
     * @param sensed a reading, not modified
     * @param targetRad where the joint should be, rad
     * @return in words, or null for nothing
     */
    String beyondLimits(final Sensed sensed, final double targetRad) {
        if (Math.abs(sensed.tauEst[joint]) > TORQUE_MAX_NM) {
            return limit("gives %.1f N m: expected %.1f at most", sensed.tauEst[joint], TORQUE_MAX_NM);
        }
        if (Math.abs(sensed.dq[joint]) > SPEED_MAX_RAD_S) {
            return limit("turns at %.1f rad/s: expected %.1f at most", sensed.dq[joint], SPEED_MAX_RAD_S);
        }
        if (Math.abs(sensed.q[joint] - targetRad) > BEHIND_MAX_RAD) {
            return limit(
                    "is %.2f rad from where it should be: expected %.2f at most",
                    sensed.q[joint] - targetRad, BEHIND_MAX_RAD);
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            if (j != joint && Math.abs(sensed.dq[j]) > OTHERS_MAX_RAD_S) {
                return String.format(
                        Locale.ROOT,
                        "%s turns at %.1f rad/s while %s is asked to: expected %.1f at most; motors are in another order",
                        A1.jointName(j),
                        sensed.dq[j],
                        A1.jointName(joint),
                        OTHERS_MAX_RAD_S);
            }
        }
        return null;
    }

    private String limit(final String text, final double value, final double most) {
        return A1.jointName(joint) + " " + String.format(Locale.ROOT, text, value, most) + "; it was let go";
    }

    private Found judge() {
        if (beyond != null) {
            return Found.wrong(beyond);
        }
        final String measured = String.format(
                Locale.ROOT,
                "moved %+.3f rad of %+.3f, others %.3f at most, torque %.2f N m beside %.2f asked for",
                followed,
                sign * AMPLITUDE_RAD,
                othersMoved,
                torqueOff / Math.max(1, samples),
                torqueAsked / Math.max(1, samples));
        if (followed * sign < 0) {
            return Found.wrong(measured + ": expected the other way; the motor's sign is wrong");
        }
        if (Math.abs(followed) < FOLLOWED_LEAST * AMPLITUDE_RAD || Math.abs(followed) > FOLLOWED_MOST * AMPLITUDE_RAD) {
            return Found.wrong(measured + ": expected 60 to 140 %; is the leg free, are its gains as asked for?");
        }
        if (othersMoved > OTHERS_MOST * AMPLITUDE_RAD) {
            return Found.wrong(measured + ": " + A1.jointName(otherMoved)
                    + " moved, too: expected half as much at most; hang it still, or motors are in another order");
        }
        if (torqueOff > TORQUE_OFF_NM * samples + TORQUE_OFF_SHARE * torqueAsked) {
            return Found.wrong(
                    measured + ": expected less beside it; sign or scale of the torque is wrong, or a gain is");
        }
        return Found.right(measured);
    }
}
