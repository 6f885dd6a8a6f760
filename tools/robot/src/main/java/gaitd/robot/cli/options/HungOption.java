package gaitd.robot.cli.options;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import picocli.CommandLine.Option;

/** The option of commands that drive a robot which may hang, as it does when it is started for the first time. */
public final class HungOption {
    @Option(
            names = "--hung",
            description =
                    "let a robot stand that hangs, with feet that carry nothing; the same as safety.hung_up_n = \"off\"; a simulated"
                            + " robot is hung up by its trunk")
    private boolean hung;

    HungOption() {}

    /** Whether the robot is to hang. */
    public boolean given() {
        return hung;
    }

    /**
     * Turns off the guard that refuses to stand hung up, if that was asked for.
     *
     * @param builder changed in place
     * @return the builder
     */
    public Config.Builder apply(final Config.Builder builder) {
        return hung ? builder.set(Setting.HUNG_UP_N, Double.NEGATIVE_INFINITY, "--hung") : builder;
    }
}
