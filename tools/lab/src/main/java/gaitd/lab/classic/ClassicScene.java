package gaitd.lab.classic;

import gaitd.lab.image.Canvas;
import gaitd.lab.train.ClassicTask;
import gaitd.policies.learn.classic.ClassicEnv;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The side view of a textbook task: its links as capsules, the ground with a mark each half metre, a line of text. */
final class ClassicScene {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final int TEXT = 14;
    private static final int SMALL_TEXT = 10;
    private static final int MARK = 5;
    private static final double MARK_M = 0.5;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x26, 0x2B, 0x33);
    private static final Color EARTH = new Color(0xE6, 0xE1, 0xD8);
    private static final Color LINK = new Color(0x6B, 0x9A, 0xC4);
    private static final float OUTLINE = 1.5f;

    private final boolean follows;
    private final boolean grounded;
    private final double scale;
    private final double lowM;

    /**
     * A scene.
     *
     * @param task whose
     */
    ClassicScene(final ClassicTask task) {
        follows = task == ClassicTask.HOPPER || task == ClassicTask.HALF_CHEETAH;
        grounded = task != ClassicTask.PENDULUM;
        final double wideM = switch (task) {
            case CARTPOLE -> 5.4;
            case PENDULUM, DOUBLE_PENDULUM -> 4.8;
            case HOPPER -> 4;
            case HALF_CHEETAH -> 3.2;
        };
        scale = WIDTH / wideM;
        lowM = switch (task) {
            case CARTPOLE -> -1;
            case PENDULUM -> -HEIGHT / scale / 2;
            case DOUBLE_PENDULUM -> -0.7;
            case HOPPER, HALF_CHEETAH -> -0.4;
        };
    }

    /**
     * Draws.
     *
     * @param env the single copy is drawn as it is now
     * @param text above it
     * @return the picture
     */
    BufferedImage draw(final ClassicEnv env, final String text) {
        final List<double[]> links = new ArrayList<>();
        env.sketch(0, (x1, z1, x2, z2, radius) -> links.add(new double[] {x1, z1, x2, z2, radius}));
        final double[] first = links.getFirst();
        final double middleM = follows ? (first[0] + first[2]) / 2 : 0;
        final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = Canvas.of(image);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        if (grounded) {
            ground(g, middleM);
        }
        for (final double[] link : links) {
            capsule(g, link, middleM);
        }
        g.setColor(INK);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT));
        g.drawString(text, TEXT, 2 * TEXT);
        g.dispose();
        return image;
    }

    private double toX(final double xM, final double middleM) {
        return WIDTH / 2.0 + scale * (xM - middleM);
    }

    private double toY(final double zM) {
        return HEIGHT - scale * (zM - lowM);
    }

    private void ground(final Graphics2D g, final double middleM) {
        final int y = (int) Math.round(toY(0));
        g.setColor(EARTH);
        g.fillRect(0, y, WIDTH, HEIGHT - y);
        g.setColor(INK);
        g.drawLine(0, y, WIDTH, y);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL_TEXT));
        final double halfM = WIDTH / scale / 2;
        for (long k = (long) Math.floor((middleM - halfM) / MARK_M); k * MARK_M <= middleM + halfM; k++) {
            final int x = (int) Math.round(toX(k * MARK_M, middleM));
            final boolean whole = k % 2 == 0;
            g.drawLine(x, y, x, y + (whole ? 2 * MARK : MARK));
            if (whole) {
                g.drawString(k / 2 + " m", x + 2, y + 2 * MARK + SMALL_TEXT);
            }
        }
    }

    private void capsule(final Graphics2D g, final double[] link, final double middleM) {
        final Shape axis = new Line2D.Double(toX(link[0], middleM), toY(link[1]), toX(link[2], middleM), toY(link[3]));
        final Shape body = new BasicStroke((float) (2 * scale * link[4]), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(axis);
        g.setColor(LINK);
        g.fill(body);
        g.setColor(INK);
        g.setStroke(new BasicStroke(OUTLINE));
        g.draw(body);
    }
}
