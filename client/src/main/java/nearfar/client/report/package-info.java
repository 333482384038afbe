/**
 * The table of a lab, computed from its log: what every client has seen since the link was last
 * changed. {@link nearfar.client.report.LabLog} reads, {@link nearfar.client.report.Report} counts,
 * {@link nearfar.client.report.TextReport} and {@link nearfar.client.report.JsonReport} show.
 */
@NullMarked
package nearfar.client.report;

import org.jspecify.annotations.NullMarked;
