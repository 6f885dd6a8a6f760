package gaitd.lab.image;

import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes drawings as SVG files, texts as texts. */
final class SvgFile {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FONT = "font-family";
    private static final String ANY_FONT = "sans-serif";
    private static final String WIDE_FONTS = "'DejaVu Sans', Verdana, sans-serif";
    private static final int DECIMALS = 2;

    private SvgFile() {}

    static void write(final Drawing drawing, final Path file) throws IOException {
        final SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setComment(null);
        context.setPrecision(DECIMALS);
        final SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
        drawing.painter().accept(g);
        final Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        nameFonts(root);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            g.stream(root, out, false, false);
        } finally {
            g.dispose();
        }
    }

    /** Fonts as wide as those that texts were measured with here, where the reader has them. */
    private static void nameFonts(final Element element) {
        if (element.getAttribute(FONT).equals(ANY_FONT)) {
            element.setAttribute(FONT, WIDE_FONTS);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof final Element inner) {
                nameFonts(inner);
            }
        }
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("no XML in this JVM", e);
        }
    }
}
