package gaitd.lab.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reduces a picture to few colours, which makes its file small.
 *
 * <p>Median cut: colours in bins of 5 bits a channel, the box of most pixels times length cut in two until there are enough.
 * Source: Heckbert, Color image quantization for frame buffer display, SIGGRAPH 1982.
 */
public final class Palette {
    private static final int BINS = 1 << 15;
    private static final int SIDE = 32;

    private final long[] pixels = new long[BINS];
    private final long[][] sums = new long[3][BINS];

    private Palette() {}

    /** Bins in a box of colour space. */
    private record Box(List<Integer> bins, long pixels, int axis, int length) {
        long weight() {
            return bins.size() < 2 ? 0 : pixels * length;
        }
    }

    /**
     * The picture in fewer colours.
     *
     * @param image any picture
     * @param colours how many at most, 2 to 256
     * @return an indexed picture of 8 bit
     */
    public static BufferedImage reduced(final BufferedImage image, final int colours) {
        return reduced(List.of(image), colours).getFirst();
    }

    /**
     * Pictures in the same fewer colours.
     *
     * @param images any pictures, at least one
     * @param colours how many at most, 2 to 256
     * @return indexed pictures of 8 bit, of one colour model
     */
    public static List<BufferedImage> reduced(final List<BufferedImage> images, final int colours) {
        final Palette palette = new Palette();
        images.forEach(palette::count);
        final List<Box> boxes = palette.boxes(colours);
        final byte[] index = new byte[BINS];
        final byte[][] channels = new byte[3][boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            for (final int bin : boxes.get(i).bins) {
                index[bin] = (byte) i;
            }
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][i] = palette.mean(boxes.get(i), channel);
            }
        }
        final IndexColorModel model = new IndexColorModel(8, boxes.size(), channels[0], channels[1], channels[2]);
        return images.stream().map(image -> indexed(image, index, model)).toList();
    }

    private static BufferedImage indexed(final BufferedImage image, final byte[] index, final IndexColorModel model) {
        final BufferedImage out =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.getRaster().setSample(x, y, 0, index[bin(image.getRGB(x, y))] & 0xFF);
            }
        }
        return out;
    }

    private static int bin(final int rgb) {
        return (rgb >> 9 & 0x7C00) | (rgb >> 6 & 0x3E0) | (rgb >> 3 & 0x1F);
    }

    private static int at(final int bin, final int axis) {
        return bin >> (10 - 5 * axis) & 0x1F;
    }

    private void count(final BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                final int rgb = image.getRGB(x, y);
                final int bin = bin(rgb);
                pixels[bin]++;
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel][bin] += rgb >> (16 - 8 * channel) & 0xFF;
                }
            }
        }
    }

    private List<Box> boxes(final int colours) {
        final List<Integer> all = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (pixels[bin] > 0) {
                all.add(bin);
            }
        }
        final List<Box> boxes = new ArrayList<>();
        boxes.add(box(all));
        while (boxes.size() < colours) {
            Box widest = boxes.getFirst();
            for (final Box box : boxes) {
                widest = box.weight() > widest.weight() ? box : widest;
            }
            if (widest.weight() == 0) {
                break;
            }
            boxes.remove(widest);
            cut(widest, boxes);
        }
        return boxes;
    }

    private Box box(final List<Integer> bins) {
        final int[] least = {SIDE, SIDE, SIDE};
        final int[] most = {-1, -1, -1};
        long total = 0;
        for (final int bin : bins) {
            total += pixels[bin];
            for (int axis = 0; axis < 3; axis++) {
                least[axis] = Math.min(least[axis], at(bin, axis));
                most[axis] = Math.max(most[axis], at(bin, axis));
            }
        }
        int axis = 0;
        for (int other = 1; other < 3; other++) {
            axis = most[other] - least[other] > most[axis] - least[axis] ? other : axis;
        }
        return new Box(bins, total, axis, most[axis] - least[axis]);
    }

    private void cut(final Box box, final List<Box> boxes) {
        final List<Integer> sorted = new ArrayList<>(box.bins);
        sorted.sort(Comparator.comparingInt(bin -> at(bin, box.axis)));
        long before = 0;
        int half = 0;
        while (half < sorted.size() - 1 && before < box.pixels / 2) {
            before += pixels[sorted.get(half++)];
        }
        half = Math.max(1, half);
        boxes.add(box(sorted.subList(0, half)));
        boxes.add(box(sorted.subList(half, sorted.size())));
    }

    private byte mean(final Box box, final int channel) {
        long sum = 0;
        for (final int bin : box.bins) {
            sum += sums[channel][bin];
        }
        return (byte) Math.round(sum / (double) box.pixels);
    }
}
