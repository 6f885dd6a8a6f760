package gaitd.lab.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.FactsException;
import gaitd.runtime.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tomlj.Toml;

/**
 * Files with lines and values of others in place of their own give a manifest, or a refusal of one line. More of each kind: mvn -pl
 * tools/lab -am test -Dtest=DamagedHeadsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgaitd.damaged=20000
 */
class DamagedHeadsTest {
    private static final int FILES = Integer.getInteger("gaitd.damaged", 500);
    private static final long SEED = 20_261_130;
    private static final List<String> VALUES = List.of(
            "-1",
            "0",
            "-4",
            "1e9",
            "1e-300",
            ".nan",
            "-.inf",
            "null",
            "[]",
            "{}",
            "[1, 2, 3]",
            "text",
            "\"\"",
            "{a: 1}",
            "[[1]]",
            "isaacsim",
            "*a",
            "&a",
            "!!python/name:x.y ''",
            "[\"[\"]",
            "by_leg",
            ":",
            "1:2",
            "-",
            "99999999999999999999");

    private static String damaged(final SplittableRandom random, final String text) {
        final List<String> lines = new ArrayList<>(text.lines().toList());
        for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
            final int at = random.nextInt(lines.size());
            final String line = lines.get(at);
            switch (random.nextInt(5)) {
                case 0 -> lines.set(at, line.replaceFirst(": .*", ": " + value(random)));
                case 1 -> lines.set(at, line.replaceFirst("-?[0-9.]+", value(random)));
                case 2 -> lines.set(at, lines.get(random.nextInt(lines.size())));
                case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                default -> lines.set(at, line.replaceFirst("[a-zA-Z_]+", value(random)));
            }
        }
        return String.join("\n", lines);
    }

    private static String value(final SplittableRandom random) {
        return Matcher.quoteReplacement(VALUES.get(random.nextInt(VALUES.size())));
    }

    @ParameterizedTest
    @CsvSource({
        "rl-sar-isaacsim.yaml, rl-sar, 45",
        "rl-sar-config.yaml, rl-sar, 135",
        "isaac-lab-env.yaml, isaac-lab, 57",
        "mjlab-env.yaml, mjlab, 45",
        "deploy.yaml, unitree-rl-lab, 45",
        "legged-gym.yaml, legged-gym, 48",
        "walk-these-ways.yaml, walk-these-ways, 84",
        "mujoco-playground.yaml, mujoco-playground, 48",
        "unitree-rl-gym.yaml, legged-gym, 45"
    })
    void giveAManifestOrOneLine(final String name, final String family, final int inputs) {
        final String text = WrittenHead.resource(name);
        final String base = WrittenHead.resource("rl-sar-base.yaml");
        final SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            final String damaged = damaged(random, text);
            try {
                final HeadSources sources = new HeadSources(Map.of());
                if (name.equals("rl-sar-config.yaml")) {
                    sources.yaml("base.yaml", base);
                }
                sources.yaml(name, damaged);
                final String head = sources.write("test", family, inputs, Config.defaults());
                assertEquals(List.of(), Toml.parse(head).errors());
            } catch (final FactsException e) {
                assertEquals(1, e.getMessage().lines().count(), e::getMessage);
                refused++;
            } catch (final RuntimeException | StackOverflowError e) {
                throw new AssertionError("file %d:%n%s".formatted(i, damaged), e);
            }
        }
        final int all = refused;
        assertTrue(all > FILES / 10, () -> all + " refusals");
    }
}
