package gaitd.robot.motors;

import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of commands that need a robot's zeros. */
final class ZerosOption {
    static final String NAME = "--zeros";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            required = true,
            description = "the robot's zeros, as calibrate wrote them")
    private Path file;

    Path file() {
        return file;
    }

    JointZeros read() {
        return ZeroFile.read(file);
    }
}
