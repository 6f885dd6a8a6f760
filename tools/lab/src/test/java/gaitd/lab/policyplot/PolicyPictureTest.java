package gaitd.lab.policyplot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.Drawing;
import gaitd.lab.image.DrawsText;
import gaitd.lab.image.PictureFile;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.Networks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every picture is drawn of every kind of cell, in both formats. */
class PolicyPictureTest {
    @TempDir
    private Path folder;

    static List<Arguments> all() {
        final Map<String, Bundle> bundles = Map.of(
                "circuit",
                Bundles.circuit(),
                "full",
                Bundles.full(),
                "wired",
                Bundles.wiredCfc(),
                "pure",
                Bundles.pureCfc(),
                "ode",
                Bundles.ode(),
                "ct-gru",
                Bundles.ctGru(),
                "lstm",
                Bundles.lstm(),
                "mlp",
                Bundles.mlp(),
                "graph",
                Bundles.graph(),
                "single",
                Bundles.single());
        final List<Arguments> all = new ArrayList<>();
        bundles.forEach((name, bundle) -> {
            final PolicyRun run = PolicyRun.smooth(bundle, Networks.FASTEST, 2, 2);
            for (final PolicyPicture picture : PolicyPicture.values()) {
                all.add(Arguments.of(name, picture, picture.of(bundle, run)));
            }
        });
        return all;
    }

    @DrawsText
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void isDrawnAsPixelsAndAsShapes(final String kind, final PolicyPicture picture, final Drawing drawing)
            throws IOException {
        final BufferedImage image = PictureFile.pixels(drawing);
        assertEquals((int) (drawing.width() * PictureFile.ZOOM), image.getWidth());
        int inked = 0;
        int outside = 0;
        final Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                final int rgb = image.getRGB(x, y);
                inked += rgb == -1 ? 0 : 1;
                outside += rgb != -1 && (x < 4 || y < 4 || y > image.getHeight() - 6) ? 1 : 0;
                colours.add(rgb);
            }
        }
        assertTrue(inked > image.getWidth() * image.getHeight() / 4 / 50, "inked " + inked);
        assertTrue(colours.size() > 20, "colours " + colours.size());
        assertEquals(0, outside, "pixels at the edge of the paper of " + kind + " " + picture);

        final Path svg = folder.resolve(kind + picture.fileName() + ".svg");
        PictureFile.write(drawing, svg);
        final String text = Files.readString(svg);
        assertTrue(text.contains("example"), "the policy's name is a text");
        assertTrue(text.contains("<path"), "shapes");
        assertTrue(text.stripTrailing().endsWith("</svg\n>"), "complete");
    }

    @DrawsText
    @Test
    void goldenRunsAreNamedInTheTitle() throws IOException {
        final Bundle bundle = Bundles.circuit();
        final PolicyRun run = PolicyRun.golden(bundle, Networks.FASTEST);
        final Path svg = folder.resolve("traces.svg");
        PictureFile.write(PolicyPicture.TRACES.of(bundle, run), svg);
        assertTrue(Files.readString(svg).contains("golden inputs, " + BundleMaker.GOLDEN_STEPS + " steps"));
    }

    @Test
    void ofManyNeuronsEachLayerShowsItsLiveliest() {
        final Bundle bundle = Bundles.mlp();
        final PlottedPolicy subject = PlottedPolicy.of(bundle, PolicyRun.smooth(bundle, Networks.FASTEST, 2, 2));
        final Rows some = Rows.neurons(subject, 6);
        assertEquals(6, some.size());
        assertEquals("the 6 of 60 neurons that vary most", Rows.shown(subject, some));
        assertEquals("60 neurons", Rows.shown(subject, Rows.neurons(subject, 100)));
        final double least = Arrays.stream(some.groups().getFirst().series())
                .mapToDouble(Statistics::deviation)
                .min()
                .orElseThrow();
        final long livelier = Arrays.stream(
                        Rows.neurons(subject, 100).groups().getFirst().series())
                .filter(series -> Statistics.deviation(series) > least)
                .count();
        assertEquals(5, livelier);
    }
}
