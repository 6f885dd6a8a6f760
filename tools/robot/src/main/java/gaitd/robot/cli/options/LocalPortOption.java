package gaitd.robot.cli.options;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Option;

/** The option of commands that drive a robot from a port that is known beforehand, to a firewall for example. */
public final class LocalPortOption {
    private static final String NAME = "--local-port";
    private static final int PORT_MAX = 65_535;

    @Option(
            names = NAME,
            paramLabel = "PORT",
            description =
                    "UDP port of this computer that the robot answers to, 8080 with the vendor's client (default any)")
    private Integer port;

    LocalPortOption() {}

    /** The first of these options that was given, or null. */
    public String given() {
        return port == null ? null : NAME;
    }

    /** The port, 0 for any free one. */
    public int value() {
        return port == null ? 0 : (int) Inputs.inRange(NAME, port, 0, PORT_MAX, "(0 takes a free one)");
    }
}
