package gaitd.lab.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a model with metadata to a run, without a manifest. */
class HeadImportTest {
    @TempDir
    Path folder;

    private String model;

    @BeforeEach
    void writeModel() throws IOException {
        final Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(
                "joint_names",
                "FR_hip_joint,FR_thigh_joint,FR_calf_joint,FL_hip_joint,FL_thigh_joint,FL_calf_joint,"
                        + "RR_hip_joint,RR_thigh_joint,RR_calf_joint,RL_hip_joint,RL_thigh_joint,RL_calf_joint");
        metadata.put("joint_stiffness", "40.000");
        metadata.put("joint_damping", "1.000");
        metadata.put("default_joint_pos", "0,0.9,-1.8,0,0.9,-1.8,0,0.9,-1.8,0,0.9,-1.8");
        metadata.put("observation_names", "base_ang_vel,projected_gravity,command,joint_pos,joint_vel,actions");
        metadata.put("action_scale", "0.25");
        model = Files.write(folder.resolve("Stand Still.onnx"), TinyModel.onnx(45, 12, metadata))
                .toString();
    }

    private String path(final String name) {
        return folder.resolve(name).toString();
    }

    private static Cli ok(final String... args) {
        final Cli cli = Cli.run(args);
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        return cli;
    }

    @Test
    void theManifestIsWrittenAndTakenByCheckAndRun() throws IOException {
        final Cli made = ok(
                "policy", "import", model, "--like", "mjlab", "--out", path("a"), "--manifest-out", path("head.toml"));
        assertTrue(made.out().contains("kp = 40: metadata joint_stiffness\n"), made.out());
        assertTrue(made.out().contains("policy_hz = 50: assumed, mjlab's tasks of velocity\n"), made.out());
        assertTrue(made.out().endsWith("layers with 45 inputs and 12 outputs\n"), made.out());
        final String manifest = Files.readString(folder.resolve("a/manifest.toml"));
        assertTrue(
                manifest.startsWith(
                        Files.readString(folder.resolve("head.toml")).strip()),
                manifest);
        assertTrue(manifest.contains("name = \"stand-still\""), manifest);
        assertTrue(manifest.contains("gaitd policy import Stand Still.onnx --like mjlab\""), manifest);
        assertTrue(Files.exists(folder.resolve("a/golden.json")));
        ok("policy", "check", path("a"));
        ok("run", "--lockstep", "--no-view", "--seconds", "1", "--policy", path("a"), "--json", path("run.json"));
        assertEquals("none", JsonDocument.of(folder.resolve("run.json")).text("policy_fault"));
        ok("policy", "import", model, "--manifest", path("head.toml"), "--out", path("again"));
        assertTrue(Cli.run(
                        "policy",
                        "import",
                        model,
                        "--like",
                        "mjlab",
                        "--out",
                        path("b"),
                        "--manifest-out",
                        path("head.toml"))
                .refusedWith(ExitCode.REFUSED)
                .contains("exists already"));
    }

    @Test
    void whatIsMissingOrTooMuchIsRefused() {
        assertTrue(Cli.run("policy", "import", model, "--out", path("a"))
                .refusedWith(ExitCode.USAGE)
                .contains("nothing tells policy_hz (rate of the network, Hz); scale ("));
        assertTrue(
                Cli.run("policy", "import", model, "--out", path("a"), "--manifest", path("no.toml"), "--set", "kp=3")
                        .refusedWith(ExitCode.USAGE)
                        .contains("--manifest tells everything"));
        assertTrue(Cli.run("policy", "import", model, "--out", path("a"), "--like", "mjlab", "--set", "kp=900")
                .refusedWith(ExitCode.FAILED)
                .contains("kp_nm_rad: FR_hip: 900.0, the robot takes 0.0 to 200.0; 12 joints are beyond their limits"));
        assertTrue(Cli.run("policy", "import", model, "--out", path("a"), "--with", path("none.yaml"))
                .refusedWith(ExitCode.REFUSED)
                .contains("none.yaml: there is no such file"));
    }
}
