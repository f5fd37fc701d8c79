package org.gemba.kpi.report;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Native charts over cells of the same sheet, so that they follow when somebody changes a number.
final class BookCharts {
    private BookCharts() {}

    /// Where a chart stands: columns and rows from its upper left to its lower right corner.
    record Place(int column, int row, int toColumn, int toRow) {}

    /// A line for each of the columns.
    ///
    /// @param rows how many rows of data there are below the headings
    static void lines(XSSFSheet sheet, Place place, String title, int rows, int categories, int... columns) {
        if (rows == 0) return;
        var chart = chart(sheet, place, title);
        var data = (XDDFLineChartData) data(chart, ChartTypes.LINE);
        var names = XDDFDataSourcesFactory.fromStringCellRange(sheet, range(rows, categories));
        for (int column : columns) {
            var series = (XDDFLineChartData.Series)
                    data.addSeries(names, XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(rows, column)));
            series.setTitle(heading(sheet, column), null);
            series.setMarkerStyle(MarkerStyle.NONE);
            series.setSmooth(false);
        }
        chart.plot(data);
    }

    /// Bars of one column.
    static void bars(XSSFSheet sheet, Place place, String title, int rows, int categories, int column) {
        if (rows == 0) return;
        var chart = chart(sheet, place, title);
        var data = (XDDFBarChartData) data(chart, ChartTypes.BAR);
        data.setBarDirection(BarDirection.COL);
        var names = XDDFDataSourcesFactory.fromStringCellRange(sheet, range(rows, categories));
        data.addSeries(names, XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(rows, column)))
                .setTitle(heading(sheet, column), null);
        chart.plot(data);
    }

    private static XSSFChart chart(XSSFSheet sheet, Place place, String title) {
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(
                drawing.createAnchor(0, 0, 0, 0, place.column(), place.row(), place.toColumn(), place.toRow()));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        return chart;
    }

    private static XDDFChartData data(XSSFChart chart, ChartTypes type) {
        var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var left = chart.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        return chart.createData(type, bottom, left);
    }

    private static CellRangeAddress range(int rows, int column) {
        return new CellRangeAddress(1, rows, column, column);
    }

    private static String heading(XSSFSheet sheet, int column) {
        return sheet.getRow(0).getCell(column).getStringCellValue();
    }
}
