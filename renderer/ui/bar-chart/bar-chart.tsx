import { type ReactNode, useId } from 'react';
import { Bar, CartesianGrid, BarChart as Chart, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './bar-chart.module.css';

/** A layer of the chart: one bar per category. `pattern` sets it apart from the others without colour. */
export type BarLayer = {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  readonly pattern: 'solid' | 'stripes' | 'dots';
};

/** A category with the length of its bar in each layer. */
export type BarCategory = {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number>>;
};

type BarChartProps = {
  readonly label: string;
  readonly layers: readonly BarLayer[];
  readonly categories: readonly BarCategory[];
  readonly onBar: (category: string, layer: string) => void;
};

const rowHeight = 52;

function Pattern({ id, layer }: { readonly id: string; readonly layer: BarLayer }): ReactNode {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} fill={layer.color} />
      {layer.pattern === 'stripes' && <rect width={2} height={6} fill="var(--mantine-color-body)" />}
      {layer.pattern === 'dots' && <circle cx={3} cy={3} r={1.4} fill="var(--mantine-color-body)" />}
    </pattern>
  );
}

/** Horizontal bars, several layers to a category. Every bar can be pressed; the table that goes with the chart is its keyboard way. */
export function BarChart({ label, layers, categories, onBar }: BarChartProps): ReactNode {
  const id = useId();
  const data = categories.map(({ key, label: name, values }) => ({ key, name, ...values }));
  return (
    <figure className={classes['chart']} aria-label={label}>
      <ResponsiveContainer width="100%" height={categories.length * rowHeight + 70}>
        <Chart
          data={data}
          layout="vertical"
          margin={{ top: 4, right: 48, bottom: 4, left: 8 }}
          accessibilityLayer={false}
          barGap={1}
        >
          <defs>
            {layers.map((layer) => (
              <Pattern key={layer.key} id={`${id}${layer.key}`} layer={layer} />
            ))}
          </defs>
          <CartesianGrid horizontal={false} stroke="var(--mantine-color-default-border)" />
          <XAxis type="number" allowDecimals={false} stroke="var(--mantine-color-text)" fontSize={12} />
          <YAxis
            type="category"
            dataKey="name"
            width={170}
            stroke="var(--mantine-color-text)"
            fontSize={12}
            tickLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--mantine-color-default-hover)' }}
            contentStyle={{
              background: 'var(--mantine-color-body)',
              border: '1px solid var(--mantine-color-default-border)',
              fontSize: 13,
            }}
            itemStyle={{ color: 'var(--mantine-color-text)' }}
            formatter={(value) => Number(value).toLocaleString('en')}
          />
          <Legend itemSorter={null} formatter={(name) => <span className={classes['legend']}>{name}</span>} />
          {layers.map((layer) => (
            <Bar
              key={layer.key}
              dataKey={layer.key}
              name={layer.label}
              fill={`url(#${id}${layer.key})`}
              isAnimationActive={false}
              className={classes['bar'] ?? ''}
              onClick={(_entry, index) => {
                const category = categories[index];
                if (category !== undefined) {
                  onBar(category.key, layer.key);
                }
              }}
            />
          ))}
        </Chart>
      </ResponsiveContainer>
    </figure>
  );
}
