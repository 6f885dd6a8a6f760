package gaitd.bench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.SafetensorsWriter;
import gaitd.policies.bundle.Tensor;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A policy that moves the legs alone, blindly: one dense layer from sine and cosine of a clock to joint targets, thigh and calf of diagonal
 * legs in turn. It trots backward.
 */
public final class ClockTrot {
    private static final double THIGH_RAD = 0.18;
    private static final double CALF_RAD = 0.25;
    private static final int JOINTS = 12;

    private ClockTrot() {}

    /**
     * Writes its bundle by the commands that a person would use.
     *
     * @param folder where
     * @return the bundle
     */
    public static Path write(final Path folder) throws IOException {
        final double[] weight = new double[2 * JOINTS];
        for (int leg = 0; leg < 4; leg++) {
            final double sign = leg == 0 || leg == 3 ? 1 : -1;
            weight[2 * (3 * leg + 1)] = sign * THIGH_RAD;
            weight[2 * (3 * leg + 1) + 1] = sign * CALF_RAD / 2;
            weight[2 * (3 * leg + 2) + 1] = -sign * CALF_RAD;
        }
        final Path net = Files.write(
                folder.resolve("clock.safetensors"),
                SafetensorsWriter.write(new Safetensors(
                        List.of(
                                new Tensor("0.weight", new int[] {JOINTS, 2}, weight),
                                new Tensor("0.bias", new int[] {JOINTS}, new double[JOINTS])),
                        Map.of())));
        final Cli template = Cli.run(
                "policy", "template", "--policy-hz", "50", "--observe", "clock_sin,clock_cos", "--act", "joint_target");
        final Path head = Files.writeString(
                folder.resolve("clock.toml"), template.out().replace("period_s = 0.5", "period_s = 0.4"));
        final Path bundle = folder.resolve("clock.zip");
        final Cli made = Cli.run(
                "policy",
                "import",
                net.toString(),
                "--kind=mlp",
                "--fact=output_activation=none",
                "--manifest",
                head.toString(),
                "--out",
                bundle.toString());
        assertEquals(ExitCode.OK, made.code(), made::toString);
        return bundle;
    }
}
