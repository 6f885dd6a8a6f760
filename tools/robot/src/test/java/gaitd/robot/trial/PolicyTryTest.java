package gaitd.robot.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that pass a trial and policies that do not, each for its reason. */
class PolicyTryTest {
    private static final int ROWS = 11;

    @TempDir
    Path folder;

    @Test
    void aPolicyThatAddsALittlePassesAndIsRemembered() throws IOException {
        final Cli tried = attempt(
                TrialBundles.gentle(folder), "--out", folder.resolve("out").toString());
        assertEquals(ExitCode.OK, tried.code(), tried::toString);
        assertTrue(tried.out().contains("passed in embedded\n"), tried::toString);
        final JsonDocument result = result();
        assertTrue(result.flag("pass"));
        assertEquals(ROWS, result.size("rows"));
        assertEquals(1000, result.number("step_limit_us") * 2);
        for (final JsonDocument row : result.items("rows")) {
            assertEquals(0, row.number("falls"), row::toString);
            assertEquals(0, row.size("reasons"), row::toString);
            assertTrue(row.number("joint_margin_rad") > -0.2, row::toString);
        }
        final String page = Files.readString(folder.resolve("out/trial.html"));
        assertTrue(page.contains("Trial of gentle"), page);
        assertEquals(ROWS + 1, page.split("\">passed<", -1).length - 1);
        assertTrue(Files.exists(folder.resolve("trials").resolve(result.text("sha256") + ".json")));
    }

    @Test
    void aPolicyThatMovesTheLegsAlonePasses() throws IOException {
        final Cli tried = attempt(TrialBundles.stands(folder));
        assertEquals(ExitCode.OK, tried.code(), tried::toString);
        assertEquals(0, result().items("rows").getFirst().number("asked", 0));
    }

    @Test
    void aPolicyThatLeansDoesNotPass() throws IOException {
        notPassed(TrialBundles.kneels(folder), "stands", "leans|falls|FALLEN|TILT");
    }

    @Test
    void aPolicyBeyondItsBoundsDoesNotPass() throws IOException {
        notPassed(TrialBundles.saturated(folder), "forward", "OUT_OF_BOUNDS");
    }

    @Test
    void aPolicyThatIsLateDoesNotPass() throws IOException {
        final Path slow = Files.writeString(folder.resolve("slow.toml"), "[policy]\nstep_max_us = 1\n");
        final Cli tried = attempt(TrialBundles.gentle(folder), "--config", slow.toString());
        assertEquals(ExitCode.FAILED, tried.code(), tried::toString);
        final JsonDocument result = result();
        assertFalse(result.flag("pass"));
        assertFalse(result.flag("step_pass"));
        assertTrue(result.text("step_reasons", 0).contains("OVER_TIME"), result::toString);
        assertTrue(result.items("rows").stream().allMatch(row -> row.flag("pass")), result::toString);
    }

    @Test
    void refusesWhatItCannotDo() throws IOException {
        final String bundle = TrialBundles.gentle(folder).toString();
        assertTrue(Cli.run("policy", "try", bundle, "--engine", "paper")
                .refusedWith(ExitCode.USAGE)
                .contains("--engine paper is not a physics engine: expected embedded, mujoco or both"));
        assertTrue(Cli.run("policy", "try", bundle, "--seeds", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("--seeds"));
        assertTrue(Cli.run("policy", "try", bundle, "--vary", "much")
                .refusedWith(ExitCode.USAGE)
                .contains("--vary much"));
    }

    private void notPassed(final Path bundle, final String episode, final String reason) throws IOException {
        final Cli tried = attempt(bundle);
        assertEquals(ExitCode.FAILED, tried.code(), tried::toString);
        assertTrue(tried.out().contains("NOT PASSED in embedded: "), tried::toString);
        final JsonDocument result = result();
        assertFalse(result.flag("pass"));
        final JsonDocument row = result.items("rows").stream()
                .filter(each -> each.text("episode").equals(episode))
                .findFirst()
                .orElseThrow();
        assertFalse(row.flag("pass"), row::toString);
        final List<JsonDocument> reasons = row.items("reasons");
        assertTrue(reasons.toString().matches(".*(" + reason + ").*"), row::toString);
    }

    private Cli attempt(final Path bundle, final String... more) {
        final List<String> words = new ArrayList<>(List.of(
                "policy",
                "try",
                bundle.toString(),
                "--engine",
                "embedded",
                "--seeds",
                "1",
                "--trials",
                folder.resolve("trials").toString(),
                "--json",
                folder.resolve("trial.json").toString()));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    private JsonDocument result() throws IOException {
        return JsonDocument.of(folder.resolve("trial.json"));
    }
}
