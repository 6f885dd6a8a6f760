package gaitd.lab.course;

import gaitd.lab.image.Drawing;
import gaitd.lab.image.PictureFile;
import gaitd.lab.plot.Style;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A course at a glance: a row for each condition, a strip for each policy, in it a box for each level, green where walks succeed, orange where
 * they do not; beside it the hardness at 80 %, and a triangle where the policy is better or worse than none.
 */
final class CoursePicture {
    private static final int MARGIN = 20;
    private static final int TITLE = 205;
    private static final int BOX = 30;
    private static final int BOXES = 6;
    private static final int HARDNESS = 62;
    private static final int COLUMN = BOX * BOXES + HARDNESS;
    private static final int ROW = 22;
    private static final int LEGEND = 930;
    private static final int HEAD = 96;
    private static final int FOOT = 46;
    private static final double PERCENT = 100;
    private static final String EXPLAINED =
            "% of walks that succeed at a level; the number beside: level at which 80 % do";

    private static final Color BAD = new Color(0xD55E00);
    private static final Color HALF = new Color(0xF7EBC8);
    private static final Color GOOD = new Color(0x009E73);

    private final CourseResult result;
    private final List<List<CourseVerdict>> verdicts;

    private CoursePicture(final CourseResult result) {
        this.result = result;
        verdicts = result.verdicts();
    }

    /**
     * Draws.
     *
     * @param result a course
     * @param file replaced; its name ends in {@code .svg} for SVG
     */
    static void write(final CourseResult result, final Path file) {
        final CoursePicture picture = new CoursePicture(result);
        final int width =
                Math.max(LEGEND, 2 * MARGIN + TITLE + COLUMN * result.walks().size());
        final int height = HEAD + ROW * result.plan().ladders().size() + FOOT;
        try {
            PictureFile.write(new Drawing(width, height, g -> picture.paint(g, width, height)), file);
        } catch (final IOException e) {
            throw new Refusal("--plot " + file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private void paint(final Graphics2D g, final int width, final int height) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(Style.INK);
        g.setFont(Style.font(Font.BOLD, 17));
        g.drawString("Course " + Course.VERSION + ": what each policy gets through", MARGIN, 30);
        for (int s = 0; s < result.walks().size(); s++) {
            head(g, s, MARGIN + TITLE + COLUMN * s);
        }
        for (int c = 0; c < result.plan().ladders().size(); c++) {
            final int y = HEAD + ROW * c;
            g.setColor(Style.INK);
            g.setFont(Style.font(Font.PLAIN, 13));
            g.drawString(result.plan().ladders().get(c).title(), MARGIN, y + 15);
            for (int s = 0; s < result.walks().size(); s++) {
                strip(g, s, c, MARGIN + TITLE + COLUMN * s, y);
            }
        }
        legend(g, height - 18);
    }

    private void head(final Graphics2D g, final int subject, final int x) {
        g.setColor(Style.INK);
        g.setFont(Style.font(Font.BOLD, 14));
        g.drawString(result.plan().subjects().get(subject).name(), x, 58);
        final double score = CourseScore.of(result.walks().get(subject)).value();
        g.setColor(Style.GRID);
        g.fillRect(x, 68, BOX * BOXES - 40, 14);
        g.setColor(GOOD);
        g.fillRect(x, 68, (int) Math.round((BOX * BOXES - 40) * score / PERCENT), 14);
        g.setColor(Style.INK);
        g.drawString(String.format(Locale.ROOT, "%.1f", score), x + BOX * BOXES - 34, 80);
    }

    private void strip(final Graphics2D g, final int subject, final int condition, final int x, final int y) {
        final CourseLadder ladder = result.plan().ladders().get(condition);
        final List<CourseWalks> levels = result.walks().get(subject).get(condition);
        g.setFont(Style.font(Font.PLAIN, 11));
        for (int level = 0; level < levels.size(); level++) {
            final double share = levels.get(level).share();
            g.setColor(colour(share));
            g.fillRect(x + BOX * level, y, BOX - 2, ROW - 3);
            g.setColor(share > 0.25 && share < 0.8 ? Style.INK : Color.WHITE);
            final String text = Config.plain(ladder.rungs().get(level).level());
            g.drawString(text, x + BOX * level + (BOX - 2 - g.getFontMetrics().stringWidth(text)) / 2, y + 14);
        }
        g.setColor(Style.INK);
        g.setFont(Style.font(Font.BOLD, 12));
        final int beside = x + BOX * levels.size() + 4;
        g.drawString(CourseHardness.of(ladder, levels).text(), beside + 14, y + 15);
        if (!verdicts.get(subject).isEmpty()) {
            triangle(g, verdicts.get(subject).get(condition).says(), beside, y + 4);
        }
    }

    private static void triangle(final Graphics2D g, final CourseVerdict.Says says, final int x, final int y) {
        switch (says) {
            case BETTER -> {
                g.setColor(GOOD);
                g.fillPolygon(new int[] {x, x + 10, x + 5}, new int[] {y + 10, y + 10, y}, 3);
            }
            case WORSE -> {
                g.setColor(BAD);
                g.fillPolygon(new int[] {x, x + 10, x + 5}, new int[] {y, y, y + 10}, 3);
            }
            case SAME -> {
                // nothing is drawn where nothing is known to differ
            }
        }
    }

    private static Color colour(final double share) {
        return share < 0.5 ? mixed(BAD, HALF, 2 * share) : mixed(HALF, GOOD, 2 * share - 1);
    }

    private static Color mixed(final Color from, final Color to, final double share) {
        return new Color(
                part(from.getRed(), to.getRed(), share),
                part(from.getGreen(), to.getGreen(), share),
                part(from.getBlue(), to.getBlue(), share));
    }

    private static int part(final int from, final int to, final double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private void legend(final Graphics2D g, final int y) {
        g.setFont(Style.font(Font.PLAIN, 12));
        int x = MARGIN;
        for (int percent = 0; percent <= 100; percent += 25) {
            g.setColor(colour(percent / PERCENT));
            g.fillRect(x, y - 13, 34, 17);
            g.setColor(percent > 25 && percent < 80 ? Style.INK : Color.WHITE);
            g.drawString(percent + "", x + 6, y);
            x += 36;
        }
        g.setColor(Style.SOFT_INK);
        g.drawString(EXPLAINED, x + 8, y);
        if (verdicts.stream().anyMatch(list -> !list.isEmpty())) {
            final int at = x + 8 + g.getFontMetrics().stringWidth(EXPLAINED);
            triangle(g, CourseVerdict.Says.BETTER, at + 14, y - 10);
            triangle(g, CourseVerdict.Says.WORSE, at + 30, y - 10);
            g.setColor(Style.SOFT_INK);
            g.drawString("better, worse than no policy", at + 46, y);
        }
    }
}
