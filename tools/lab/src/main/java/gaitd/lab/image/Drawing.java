package gaitd.lab.image;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A picture before it has a format: the same code paints pixels and SVG.
 *
 * @param width units from left to right
 * @param height units from top to bottom
 * @param painter paints all of it, the background too
 */
public record Drawing(int width, int height, Consumer<Graphics2D> painter) {}
