package gaitd.bench.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkProfileTest {
    /** A kernel without netem refuses only after tc has understood all arguments; an argument that tc does not know is refused by it. */
    @ParameterizedTest
    @EnumSource
    void tcUnderstandsItsCommand(final LinkProfile profile) throws IOException, InterruptedException {
        assumeTrue(NetworkTools.are(), NetworkTools.WHY_NOT);
        assertTrue(understood(profile.netem()), profile.netem());
    }

    @ParameterizedTest
    @EnumSource
    void tcRefusesTheCommandWithAWordThatIsNone(final LinkProfile profile) throws IOException, InterruptedException {
        assumeTrue(NetworkTools.are(), NetworkTools.WHY_NOT);
        assertTrue(!understood(profile.netem() + " nonsense"), profile.netem());
    }

    private static boolean understood(final String netem) throws IOException, InterruptedException {
        final NetworkNamespace empty = new NetworkNamespace("net-tc");
        final List<String> command = new ArrayList<>(List.of("tc", "qdisc", "add", "dev", "lo", "root"));
        command.addAll(List.of(netem.split(" ", -1)));
        try {
            return empty.inside(() -> {
                final Process tc =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                final String said = new String(tc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return tc.waitFor() == 0 || said.contains("qdisc kind is unknown");
            });
        } finally {
            empty.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsTextHasItsFigures(final LinkProfile profile) {
        final String text = ProfileText.of(profile);
        assertTrue(text.startsWith(profile.key() + ", each way: "), text);
        assertTrue(text.endsWith("root " + profile.netem()), text);
        assertEquals(2, text.lines().count());
    }
}
