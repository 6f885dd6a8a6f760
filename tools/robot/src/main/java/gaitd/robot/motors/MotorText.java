package gaitd.robot.motors;

import gaitd.hal.MotorMode;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.MotorReply;
import java.util.Locale;

/** What a motor answered, for people. */
final class MotorText {
    private MotorText() {}

    /** Angle and speed of the rotor as its joint would turn, torque at the joint, temperature and error. */
    static String values(final MotorReply reply) {
        return String.format(
                Locale.ROOT,
                "rotor %10.4f rad, as the joint turns %9.4f rad %8.3f rad/s %7.2f N m, %3d C, %s",
                reply.positionRad,
                reply.positionRad / MotorGear.RATIO,
                reply.speedRadS / MotorGear.RATIO,
                reply.torqueNm * MotorGear.RATIO,
                reply.temperatureC,
                state(reply));
    }

    static String state(final MotorReply reply) {
        return mode(reply.mode) + ", " + (reply.error == 0 ? "no error" : "error " + reply.error);
    }

    private static String mode(final int mode) {
        return switch (mode) {
            case MotorMode.DAMPING -> "stopped";
            case MotorMode.SERVO -> "closed loop";
            default -> "mode " + mode;
        };
    }
}
