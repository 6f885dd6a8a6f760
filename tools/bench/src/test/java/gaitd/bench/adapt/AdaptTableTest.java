package gaitd.bench.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.bench.outcome.OutcomeFile;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares that are known beforehand. */
class AdaptTableTest {
    private static final int SECONDS = 300;

    @TempDir
    Path folder;

    private static AdaptOutcome walk(final String name, final Arm arm, final long seed, final double... reward) {
        final double[] all = IntStream.range(0, SECONDS / AdaptOutcome.WINDOW_S)
                .mapToDouble(i -> reward[Math.min(i, reward.length - 1)])
                .toArray();
        return new AdaptOutcome(
                new AdaptCase(name, "embedded", "p", arm == Arm.ADAPTED ? "own" : "", arm, seed, SECONDS),
                all,
                1,
                2,
                3,
                2,
                1,
                12.5);
    }

    /** Nominal 1, frozen 0.6 and 0.5; adapted reaches 0.7 at 120 s and 0.9 at 300 s. */
    private static List<AdaptOutcome> twoSeeds() {
        final double[] rising = new double[30];
        Arrays.fill(rising, 0, 12, 0.7);
        Arrays.fill(rising, 12, 30, 0.9);
        final List<AdaptOutcome> outcomes = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            outcomes.add(walk(AdaptTable.NOMINAL, Arm.NOMINAL, seed, 1));
            outcomes.add(walk("ice", Arm.FROZEN, seed, seed == 1 ? 0.6 : 0.5));
            outcomes.add(walk("ice", Arm.ADAPTED, seed, rising));
        }
        return outcomes;
    }

    @Test
    void sharesAreOfEachSeedsOwnLoss() {
        final List<String> lines = new AdaptTable(twoSeeds()).lines();
        // 0.1 and 0.2 of 0.4 and 0.5; 0.3 and 0.4 of them
        assertTrue(lines.get(2).contains("32 % (25 to 40)"), lines::toString);
        assertTrue(lines.get(2).contains("78 % (75 to 80)"), lines::toString);
        assertTrue(lines.get(2).contains("   1.000    0.550 "), lines::toString);
        assertTrue(lines.get(2).endsWith("6, 4, 2"), lines::toString);
        assertEquals("falls: 2 in 10 min of adapting, 2 in 10 min frozen", lines.getLast());
    }

    @Test
    void whereNothingIsLostThereIsNoShare() {
        final double lost = AdaptTable.LOSS_MIN - 0.001;
        final List<String> lines = new AdaptTable(List.of(
                        walk(AdaptTable.NOMINAL, Arm.NOMINAL, 1, 1),
                        walk("ice", Arm.FROZEN, 1, 1 - lost),
                        walk("ice", Arm.ADAPTED, 1, 1 - lost / 2)))
                .lines();
        assertTrue(lines.get(2).contains("+0.010 (+0.010 to +0.010)"), lines::toString);
    }

    @Test
    void outcomesComeBackFromTheirFile() {
        final OutcomeFile<AdaptOutcome> file = new OutcomeFile<>(folder.resolve("outcomes"), AdaptOutcome::of);
        assertEquals(List.of(), file.read());
        twoSeeds().forEach(file::add);
        final List<AdaptOutcome> read = file.read();
        assertEquals(
                twoSeeds().stream().map(AdaptOutcome::walk).toList(),
                read.stream().map(AdaptOutcome::walk).toList());
        assertEquals(new AdaptTable(twoSeeds()).lines(), new AdaptTable(read).lines());
    }

    @Test
    void aLastLineThatWasCutOffIsTakenOut() throws IOException {
        final Path path = folder.resolve("outcomes");
        final OutcomeFile<AdaptOutcome> file = new OutcomeFile<>(path, AdaptOutcome::of);
        twoSeeds().forEach(file::add);
        final String whole = Files.readString(path);
        Files.writeString(path, whole + "{\"walk\":{\"fieldCase\"");
        assertEquals(twoSeeds().size(), file.read().size());
        assertEquals(whole, Files.readString(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish\n", "rubbish", "{}\n", "{\"a\":1}\nrubbish\n"})
    void aFileOfAnythingElseIsRefusedAndLeftAsItIs(final String text) throws IOException {
        final Path path = Files.writeString(folder.resolve("notes"), text);
        final OutcomeFile<AdaptOutcome> file = new OutcomeFile<>(path, AdaptOutcome::of);
        final String message = assertThrows(ConfigException.class, file::read).getMessage();
        assertTrue(message.startsWith(path + ": no outcomes of a campaign are there"), message);
        assertEquals(text, Files.readString(path));
    }
}
