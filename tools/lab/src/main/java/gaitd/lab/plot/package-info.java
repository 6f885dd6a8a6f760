/**
 * Plots for reports, in one style: bars, lines and points, boxes, histograms, as PNG or SVG files. A thin layer over XChart that
 * needs no display, checks what it is given and writes units where they belong.
 */
package gaitd.lab.plot;
