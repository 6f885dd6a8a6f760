package gaitd.robot.cli.options;

import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import picocli.CommandLine.Option;

/** The options of every command that makes robots walk: velocities in the frame of the body. */
public final class VelocityOptions {
    private static final String VX = "--vx";
    private static final String VY = "--vy";
    private static final String YAW = "--yaw";
    private static final String OLD_YAW = "--wz";

    @Option(
            names = VX,
            paramLabel = "M/S",
            converter = GivenNumberReader.class,
            description = "forward velocity (default ${DEFAULT-VALUE})")
    private GivenNumber vx;

    @Option(
            names = VY,
            paramLabel = "M/S",
            converter = GivenNumberReader.class,
            description = "velocity to the left (default ${DEFAULT-VALUE})")
    private GivenNumber vy = GivenNumber.byDefault(0);

    @Option(names = YAW, paramLabel = "RAD/S", description = "turning rate to the left (default 0)")
    private Double yaw;

    @Option(names = OLD_YAW, paramLabel = "RAD/S", hidden = true, description = OldName.TEXT)
    private Double oldYaw;

    /** A forward velocity by default, m/s. */
    public VelocityOptions(final double defaultVx) {
        vx = GivenNumber.byDefault(defaultVx);
    }

    /** 0 by default, or what the command makes of it, as the help explains in these words. */
    public VelocityOptions(final String otherwise) {
        vx = GivenNumber.byDefault(0, otherwise);
    }

    /** Whether any of them was given. */
    public boolean given() {
        return vx.given() || vy.given() || givenYaw() != null;
    }

    /** Forward velocity, m/s, within the range of a configuration. */
    public double vx(final Config config) {
        return Inputs.velocity(VX, vx.value(), config, Setting.VX_MAX);
    }

    /** Velocity to the left, m/s, within the range of a configuration. */
    public double vy(final Config config) {
        return Inputs.velocity(VY, vy.value(), config, Setting.VY_MAX);
    }

    /** Turning rate to the left, rad/s, within the range of a configuration. */
    public double yaw(final Config config) {
        return Inputs.velocity(YAW, yaw(), config, Setting.YAW_MAX);
    }

    /** Forward velocity, m/s, of at most this size. */
    public double vx(final double max) {
        return Inputs.inRange(VX, vx.value(), -max, max, "m/s");
    }

    /** Velocity to the left, m/s, of at most this size. */
    public double vy(final double max) {
        return Inputs.inRange(VY, vy.value(), -max, max, "m/s");
    }

    /** Turning rate to the left, rad/s, of at most this size. */
    public double yaw(final double max) {
        return Inputs.inRange(YAW, yaw(), -max, max, "rad/s");
    }

    private double yaw() {
        return givenYaw() == null ? 0 : givenYaw();
    }

    private Double givenYaw() {
        return OldName.either(YAW, yaw, OLD_YAW, oldYaw);
    }
}
